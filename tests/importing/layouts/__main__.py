"""Prints layout by accuracy over the published figures: `python -m tests.importing.layouts`."""

import sys

from tests.contents import CORPUS
from tests.importing.layouts.scoring import table

sys.stdout.write(table(CORPUS) + "\n")
