"""Files in, proposals out: reading reports as they are and matching them to an edition."""
