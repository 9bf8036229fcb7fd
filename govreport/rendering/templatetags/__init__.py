"""Template filters of the printed report."""
