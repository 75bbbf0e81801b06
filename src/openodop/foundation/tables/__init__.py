"""Tables brought in from files as offices keep them (CSV, XLSX), with a sentence for each row that cannot be taken.

Words: *kind* (what a table lists: places, producers, products, participants), *column*, *title* (what stands above a
column in the file), *need* (what is chosen once for the whole file, such as its programme), *refused row*, *note*.
A room describes its kind in its `imports.py` with the names of `kinds` and registers it in its `apps.py`.
"""
