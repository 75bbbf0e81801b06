"""Draws the goods and scenes that stand in for photographs. `python -m tools.drawing` writes them as SVG files."""
