"""Settings, addresses and start-up: wires every room together and is imported by none."""
