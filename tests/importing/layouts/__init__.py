"""Figures written down the ways people write them: each layout makes a file of a content.

A module has `LAYOUTS`: name to function of a content and its noise (what each cell is to say), which
returns the file's name with its suffix and its bytes. `drawing` draws, `noise` knows what must come of it.
"""
