"""Reads the facts that a text tells: words, numbers, clauses, what they are said of, the cells they mean."""
