"""OpenODOP: runs a One District One Product programme from needs survey to market."""

__version__ = "0.1.0"
