"""Pages about producers: registering, the officer's decision, the public register."""
