"""One reader a format: bytes in, grids and text in their order out. A reader knows no edition."""
