"""Users, agencies (a tree) and who does what for which agency."""
