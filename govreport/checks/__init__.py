"""Content in, findings out. Plain Python, without Django."""
