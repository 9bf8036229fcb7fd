"""The sample county of `load_demo`: its data as JSON, and what builds agencies, people and reports of it."""
