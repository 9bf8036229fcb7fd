"""The frozen release: what was published, when, by whom; it never changes."""
