"""Run first in the bundle: what it starts, like a browser, is to find the system's libraries.

The bundle's starter points LD_LIBRARY_PATH at its own folder. This process has read it by
now; those that it starts must not.
"""

import os

if "LD_LIBRARY_PATH" in os.environ:
    _given = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if _given is None:
        del os.environ["LD_LIBRARY_PATH"]
    else:
        os.environ["LD_LIBRARY_PATH"] = _given
