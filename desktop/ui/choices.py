"""What the person chose, in the core's words."""

from __future__ import annotations

from desktop.model.endpoint import ServerSpec
from desktop.model.options import ConversionOptions
from desktop.ui.preferences import Preferences


def conversion_options(preferences: Preferences) -> ConversionOptions:
    """How documents that are added now are read."""
    chosen = preferences.current
    return ConversionOptions(servers=tuple(ServerSpec(address) for address in chosen.servers))
