"""``python -m desktop.builtin``: the engine's server without the rest of Diptych."""

from __future__ import annotations

import sys

from desktop.builtin.serve import main

if __name__ == "__main__":
    sys.exit(main())
