"""What a producer makes: identity, category, packs, photographs and story.

Words: *product*, *pack* (net content, price, GTIN), *photograph*, *story*, *maker not known yet*.
May import producers, programmes, people, places and foundation.
"""
