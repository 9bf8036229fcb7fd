"""Measurements side by side: `.venv/bin/python -m benchmarks.run`."""
