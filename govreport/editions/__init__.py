"""The official editions of the form as data. Plain Python, without Django."""
