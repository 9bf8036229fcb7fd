"""The living draft: one report of one agency for one year, by sections."""
