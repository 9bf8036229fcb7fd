"""The views of the portal: accessor, one call, page."""
