"""Changes of state: who may, when, and what follows."""
