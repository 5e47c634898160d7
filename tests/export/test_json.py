from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from desktop.model.blocks import Block, Flag, FlagKind, Label, Origin, PageResult
from desktop.model.geometry import Box
from desktop.model.recognition import Measures
from tests.export.documents import paper, paper_document, write

_ROOT = Path(__file__).resolve().parents[2]
SCHEMA: dict[str, Any] = json.loads(
    (_ROOT / "resources/schema/document-1.schema.json").read_text(encoding="utf-8")
)
_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "null": type(None),
}
_KNOWN = frozenset(
    {"$schema", "title", "description", "$defs", "$ref", "type", "const", "enum", "anyOf"}
    | {"required", "properties", "additionalProperties", "items", "minItems", "maxItems"}
    | {"minimum", "maximum"}
)


def violations(value: Any, schema: dict[str, Any], at: str = "$") -> list[str]:
    """Where a value breaks a schema, for the keywords that ours uses; others fail the test."""
    assert set(schema) <= _KNOWN, set(schema) - _KNOWN
    found: list[str] = []
    if "$ref" in schema:
        found += violations(value, SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]], at)
    if "anyOf" in schema and all(violations(value, option, at) for option in schema["anyOf"]):
        found.append(f"{at}: none of anyOf")
    if "const" in schema and value != schema["const"]:
        found.append(f"{at}: not {schema['const']!r}")
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{at}: {value!r} is not in the list")
    if "type" in schema:
        names = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
        if not any(isinstance(value, _TYPES[n]) and not isinstance(value, bool) for n in names):
            return [*found, f"{at}: {value!r} is no {names}"]
    if isinstance(value, dict):
        found += [f"{at}: no {key}" for key in schema.get("required", []) if key not in value]
        properties = schema.get("properties", {})
        if schema.get("additionalProperties") is False:
            found += [f"{at}: {key} too many" for key in value if key not in properties]
        for key in value.keys() & properties.keys():
            found += violations(value[key], properties[key], f"{at}.{key}")
    if isinstance(value, list):
        for index, item in enumerate(value):
            found += violations(item, schema.get("items", {}), f"{at}[{index}]")
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            found.append(f"{at}: {len(value)} items")
    if isinstance(value, int | float) and not (
        schema.get("minimum", value) <= value <= schema.get("maximum", value)
    ):
        found.append(f"{at}: {value} out of range")
    return found


def test_what_is_written_is_what_the_schema_says(tmp_path: Path) -> None:
    target = write(paper(), tmp_path / "a.json", document=paper_document())
    data = json.loads(target.read_text(encoding="utf-8"))
    assert violations(data, SCHEMA) == []
    assert (data["format"], data["version"]) == ("diptych-document", 1)
    assert data["missing"] == [{"page": 3, "reason": "The page hung."}]
    assert [entry["level"] for entry in data["outline"]] == [1, 2, 3]
    assert [page["page"] for page in data["pages"]] == [1, 2]
    assert data["pages"][1]["flags"] == [{"kind": "repeated", "detail": "It looped.", "block": 3}]
    assert data["pages"][0]["blocks"][6]["box"] == [0.1, 0.3, 0.6, 0.6]


def test_the_check_finds_what_is_wrong() -> None:
    assert violations({"format": "x"}, SCHEMA)
    assert violations([0, 0, 2, 1], SCHEMA["$defs"]["box"])
    assert violations({"page": True, "reason": ""}, SCHEMA["properties"]["missing"]["items"])


@pytest.mark.parametrize(
    ("name", "kind"), [("label", Label), ("origin", Origin)], ids=["labels", "origins"]
)
def test_the_schema_knows_every_word_of_a_block(
    name: str, kind: type[Label] | type[Origin]
) -> None:
    words = SCHEMA["$defs"]["block"]["properties"][name]["enum"]
    assert words == [member.value for member in kind]


def test_the_schema_knows_every_flag() -> None:
    words = SCHEMA["$defs"]["flag"]["properties"]["kind"]["enum"]
    assert words == [kind.value for kind in FlagKind]


def test_every_field_comes_through(tmp_path: Path) -> None:
    block = Block(
        Label.TABLE,
        "lone \ud800 surrogate",
        Box(0, 0, 1 / 3, 1),
        (Box(0.5, 0.5, 0.6, 0.6),),
        0,
        Origin.REBUILT,
        0.0123,
    )
    result = PageResult(
        0, (block,), (Flag(FlagKind.SPLIT),), 595.276, 841.89, Measures(1, 2, 3.5, 0.25)
    )
    target = write([result], tmp_path / "a.json")
    (page,) = json.loads(target.read_text(encoding="utf-8"))["pages"]
    assert page["blocks"][0] == {
        "label": "table",
        "markdown": "lone \ud800 surrogate",
        "box": [0, 0, 0.33333, 1],
        "more_boxes": [[0.5, 0.5, 0.6, 0.6]],
        "caption_of": 0,
        "origin": "rebuilt",
        "size": 0.0123,
    }
    assert page["width"] == 595.28
    assert page["measures"]["seconds"] == 3.5


def test_each_page_stands_on_a_line_of_its_own(tmp_path: Path) -> None:
    lines = write(paper(), tmp_path / "a.json").read_text(encoding="utf-8").split("\n")
    pages = [line for line in lines if re.match(r'\{"page":', line)]
    assert len(pages) == 2


def test_no_pages_make_a_sound_file(tmp_path: Path) -> None:
    data = json.loads(write([], tmp_path / "a.json").read_text(encoding="utf-8"))
    assert violations(data, SCHEMA) == []
    assert data["pages"] == []
