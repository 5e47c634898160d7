"""Frozen data to JSON and back, as the database keeps it.

Defaults are left out, and a reader takes what is missing as the default: rows of older programs
stay readable when a field is added.
"""

from __future__ import annotations

import json
import os
import zlib
from pathlib import Path
from typing import Any

from desktop.model.blocks import Block, Flag, FlagKind, Label, Origin, PageResult
from desktop.model.endpoint import ProfileName, ServerSpec
from desktop.model.geometry import Box
from desktop.model.options import (
    AssemblyOptions,
    ConversionOptions,
    ExportFormat,
    ExportPlan,
    TextLayerUse,
)
from desktop.model.recognition import Measures, Mode, ModeKind

Plain = dict[str, Any]


def path_bytes(path: Path) -> bytes:
    """A path as the file system names it (a name on disk need not be text)."""
    return os.fsencode(path)


def path_from(value: bytes) -> Path:
    """The path that ``path_bytes`` took apart."""
    return Path(os.fsdecode(value))


def pack(text: str) -> bytes:
    """Text, compressed. What a model says may hold lone surrogates: they survive."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def unpack(data: bytes) -> str:
    """The text that ``pack`` compressed."""
    return zlib.decompress(data).decode("utf-8", "surrogatepass")


def _dump(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


def flags_text(flags: tuple[Flag, ...]) -> str:
    """Flags as JSON."""
    return _dump([_flag(flag) for flag in flags])


def flags_from(text: str) -> tuple[Flag, ...]:
    """Flags from JSON."""
    return tuple(_flag_from(plain) for plain in json.loads(text))


def result_bytes(result: PageResult) -> bytes:
    """A page result as compressed JSON."""
    plain = {
        "page": result.page,
        "blocks": [_block(block) for block in result.blocks],
        "flags": [_flag(flag) for flag in result.flags],
        "width": result.page_width,
        "height": result.page_height,
        "measures": [
            result.measures.prompt_tokens,
            result.measures.completion_tokens,
            result.measures.seconds,
            result.measures.first_text_seconds,
        ],
    }
    return pack(_dump(plain))


def result_from(data: bytes) -> PageResult:
    """The page result that ``result_bytes`` packed."""
    plain: Plain = json.loads(unpack(data))
    return PageResult(
        page=plain["page"],
        blocks=tuple(_block_from(block) for block in plain["blocks"]),
        flags=tuple(_flag_from(flag) for flag in plain["flags"]),
        page_width=plain["width"],
        page_height=plain["height"],
        measures=Measures(*plain["measures"]),
    )


def _block(block: Block) -> Plain:
    plain: Plain = {"label": block.label.value, "markdown": block.markdown}
    if block.box is not None:
        plain["box"] = block.box.as_tuple()
    if block.more_boxes:
        plain["more"] = [box.as_tuple() for box in block.more_boxes]
    if block.caption_of is not None:
        plain["caption_of"] = block.caption_of
    if block.origin is not Origin.RECOGNISED:
        plain["origin"] = block.origin.value
    if block.size:
        plain["size"] = block.size
    return plain


def _block_from(plain: Plain) -> Block:
    box = plain.get("box")
    return Block(
        label=Label(plain["label"]),
        markdown=plain["markdown"],
        box=Box(*box) if box else None,
        more_boxes=tuple(Box(*more) for more in plain.get("more", ())),
        caption_of=plain.get("caption_of"),
        origin=Origin(plain.get("origin", Origin.RECOGNISED)),
        size=plain.get("size", 0.0),
    )


def _flag(flag: Flag) -> Plain:
    plain: Plain = {"kind": flag.kind.value}
    if flag.detail:
        plain["detail"] = flag.detail
    if flag.block is not None:
        plain["block"] = flag.block
    return plain


def _flag_from(plain: Plain) -> Flag:
    return Flag(FlagKind(plain["kind"]), plain.get("detail", ""), plain.get("block"))


def options_text(options: ConversionOptions) -> str:
    """Conversion options as JSON; they hold no password and no token."""
    return _dump(
        {
            "servers": [
                {
                    "address": spec.address,
                    "profile": spec.profile.value if spec.profile else None,
                    "model": spec.model,
                    "limit": spec.limit,
                }
                for spec in options.servers
            ],
            "mode": options.mode.kind.value,
            "words": options.mode.words,
            "pages": options.pages,
            "long_edge": options.long_edge,
            "text_layer": options.text_layer.value,
            "send_blank": options.send_blank,
            "retries": options.retries,
            "rotation": options.rotation,
            "priority": options.priority,
            "max_tokens": options.max_tokens,
        }
    )


def options_from(text: str) -> ConversionOptions:
    """Conversion options from JSON."""
    plain: Plain = json.loads(text)
    default = ConversionOptions()
    return ConversionOptions(
        servers=tuple(
            ServerSpec(
                address=spec["address"],
                profile=ProfileName(spec["profile"]) if spec.get("profile") else None,
                model=spec.get("model", ""),
                limit=spec.get("limit", 0),
            )
            for spec in plain["servers"]
        ),
        mode=Mode(ModeKind(plain["mode"]), plain.get("words", "")),
        pages=plain.get("pages", default.pages),
        long_edge=plain.get("long_edge", default.long_edge),
        text_layer=TextLayerUse(plain.get("text_layer", default.text_layer)),
        send_blank=plain.get("send_blank", default.send_blank),
        retries=plain.get("retries", default.retries),
        rotation=plain.get("rotation", default.rotation),
        priority=plain.get("priority", default.priority),
        max_tokens=plain.get("max_tokens", default.max_tokens),
    )


def plan_text(plan: ExportPlan) -> str:
    """An export plan as JSON."""
    return _dump(
        {
            # JSON's own escapes carry the surrogates that stand for bytes which are no text.
            "folder": str(plan.folder),
            "stem": plan.stem,
            "formats": [format.value for format in plan.formats],
            "keep_marginalia": plan.assembly.keep_marginalia,
            "join": plan.assembly.join,
            "page_marks": plan.assembly.page_marks,
        }
    )


def plan_from(text: str) -> ExportPlan:
    """An export plan from JSON."""
    plain: Plain = json.loads(text)
    default = AssemblyOptions()
    return ExportPlan(
        folder=Path(plain["folder"]),
        stem=plain["stem"],
        formats=tuple(ExportFormat(value) for value in plain["formats"]),
        assembly=AssemblyOptions(
            keep_marginalia=plain.get("keep_marginalia", default.keep_marginalia),
            join=plain.get("join", default.join),
            page_marks=plain.get("page_marks", default.page_marks),
        ),
    )
