"""What the person chose, in the core's words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop.model.endpoint import BUILTIN, ServerSpec
from desktop.model.options import (
    AssemblyOptions,
    ConversionOptions,
    ExportFormat,
    ExportPlan,
    TextLayerUse,
)
from desktop.model.recognition import Mode, ModeKind
from desktop.settings import Settings
from desktop.ui.preferences import Preferences


def conversion_options(preferences: Preferences) -> ConversionOptions:
    """How documents that are added now are read."""
    chosen = preferences.current
    return ConversionOptions(
        servers=servers(chosen),
        mode=Mode(ModeKind(chosen.mode)),
        long_edge=chosen.long_edge,
        text_layer=TextLayerUse(chosen.text_layer),
        retries=chosen.retries,
    )


def servers(chosen: Settings) -> tuple[ServerSpec, ...]:
    """The servers that share the pages; the built-in engine has one model only, its own."""
    return tuple(
        ServerSpec(address, model="" if address == BUILTIN else chosen.model)
        for address in chosen.servers
    )


def export_formats(chosen: Settings) -> tuple[ExportFormat, ...]:
    """The formats that were exported last; what a newer Diptych wrote there is left out."""
    known = tuple(format for format in ExportFormat if format.value in chosen.export_formats)
    return known or (ExportFormat.MARKDOWN, ExportFormat.DOCX)


def assembly_options(chosen: Settings) -> AssemblyOptions:
    """How pages became one document when something was exported last."""
    return AssemblyOptions(
        keep_marginalia=chosen.export_marginalia,
        join=chosen.export_join,
        page_marks=chosen.export_page_marks,
    )


def export_plan(
    chosen: Settings, source: Path, *, formats: Sequence[ExportFormat] = (), stem: str = ""
) -> ExportPlan:
    """Where and how a document is exported; ``formats`` and ``stem`` instead of the usual ones."""
    folder = Path(chosen.export_folder).expanduser() if chosen.export_folder else source.parent
    return ExportPlan(
        folder.absolute(),
        stem or source.stem or source.name,
        tuple(formats) or export_formats(chosen),
        assembly_options(chosen),
    )
