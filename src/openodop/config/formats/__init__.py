"""Dates and numbers by language, where Django has none or ours differ."""
