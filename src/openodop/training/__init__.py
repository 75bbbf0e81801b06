"""Courses from the first announcement to certificate and completion report.

Words: *course*, *session*, *enrolment*, *waiting list*, *attendance*, *completion rule*, *certificate*, *completion report*.
May import producers, products, programmes, people, places and foundation.
"""
