"""What `python -m` does with this package: logging in, and telling what is wrong."""
