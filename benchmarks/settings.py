"""The project's settings, with everything that is written kept in the benchmark's own folder."""

import os
from pathlib import Path

from govreport.settings import *  # noqa: F403

# The database and the artifacts are named by the project's own variables (benchmarks/stage.py).
STATIC_ROOT = Path(os.environ["GOVREPORT_BENCHMARK_FOLDER"]) / "static"
