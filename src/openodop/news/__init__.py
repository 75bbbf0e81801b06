"""A programme's articles in several languages, tied to project, course, place and product.

Words: *article*, *first draft* (made from a course's record), *related news*.
Stands above training because a first draft is written from a course.
"""
