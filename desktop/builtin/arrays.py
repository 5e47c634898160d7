"""Names for the arrays that the engine passes around."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

#: An image: height × width × 3, blue-green-red as OpenCV and the models want it, 0–255.
Pixels = NDArray[np.uint8]
#: Anything that goes into a network or comes out of one.
Floats = NDArray[np.float32]
