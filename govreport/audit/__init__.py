"""Who did what, and when: entries that can be added and never changed."""
