"""What a page may cost (plan of the house, "Budgets")."""

#: compressed HTML + CSS + JavaScript of the first load of a public page, bytes
FIRST_LOAD_BYTES = 60_000
#: queries of any list page
QUERIES = 12
#: seconds until usable at 400 kbit/s, 300 ms, CPU divided by 4
USABLE_SECONDS = 4.0
#: signed-in pages a second on two cores, and their 95th percentile
SIGNED_IN_PAGES_PER_SECOND, SIGNED_IN_P95_MS = 100, 300
