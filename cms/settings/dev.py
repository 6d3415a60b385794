"""Development and the demo: works with no environment at all."""

import os

os.environ.setdefault("DEMO", "true")

from cms.settings.base import *
