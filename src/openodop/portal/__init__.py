"""Front doors: public home, home by role, what waits for an officer, search across rooms.

Words: *next step* (the one thing a person should do now), *waiting list* (what an officer has to decide).
May import every room below it; nothing but config imports it.
"""
