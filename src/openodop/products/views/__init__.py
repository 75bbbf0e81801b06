"""Pages about products: the catalogue, a product's page, registering, the officer's decision."""
