"""Trains the coder's learned model: `python -m training.coder`. See README.md beside this file."""
