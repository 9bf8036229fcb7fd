"""Past reports, taken over as filed: whose they are, what the checks say, how they are kept."""
