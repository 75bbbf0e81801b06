"""Sentences said to people, one module for each subject."""
