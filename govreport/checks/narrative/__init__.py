"""Reading what the narrative says: sentences and clauses, numbers, and the checks that judge them."""
