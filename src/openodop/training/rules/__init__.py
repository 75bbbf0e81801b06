"""Decisions of training, one module for each subject; none of them knows Django."""
