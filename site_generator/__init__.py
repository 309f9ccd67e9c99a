"""familiehus: one YAML record per municipality becomes page, calendar, flyer and open data.

The pipeline, in the order in which `build.py` tells it:

    read → validate → resolve → pages → render → write → verify
"""

__version__ = "0.1.0"
