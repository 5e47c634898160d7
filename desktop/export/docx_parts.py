"""A Word file put together from parts that pandoc made.

pandoc needs memory in proportion to what it converts, so a long document goes through it in parts.
Here their bodies are strung together in one file. What counts through a whole document is
renumbered: relations (links, pictures), lists, pictures' ids. The XML is pandoc's own, so a few
patterns find it all; text can't look like them, as its ``<`` is always escaped.
"""

from __future__ import annotations

import contextlib
import re
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO
from xml.sax.saxutils import escape

from desktop.errors import ExportError
from desktop.model.cancel import CancelToken

_DOCUMENT = "word/document.xml"
_RELATIONS = "word/_rels/document.xml.rels"
_NUMBERING = "word/numbering.xml"
_TYPES = "[Content_Types].xml"
_CORE = "docProps/core.xml"
_PNG_TYPE = '<Default Extension="png" ContentType="image/png"/>'
#: So much is packed between two looks at the cancel token.
_CHUNK = 1 << 20
_MEDIA_PREFIX = "word/media/"

_RELATION = re.compile(r"<Relationship\b[^<]*?/>")
_ATTRIBUTE = re.compile(r'\b([A-Za-z]+)="([^"]*)"')
_RELATION_USE = re.compile(r'(<(?:w:hyperlink|a:blip)\b[^<]*?\br:(?:id|embed)=")(rId\d+)(")')
_LIST_USE = re.compile(r'(<w:numId w:val=")(\d+)(")')
_LIST_KIND = re.compile(
    r'<w:abstractNum\b[^<]*?w:abstractNumId="(\d+)".*?</w:abstractNum>', re.DOTALL
)
_LIST = re.compile(r'<w:num\b[^<]*?w:numId="(\d+)".*?</w:num>', re.DOTALL)
_PICTURE_ID = re.compile(r'(<(?:wp:docPr|pic:cNvPr)\b[^<]*?\bid=")\d+(")')
#: pandoc repeats the whole data URI here.
_PICTURE_SOURCE = re.compile(r'(<pic:cNvPr\b[^<]*?\bdescr=")[^"]*(")')
_DATE = re.compile(r"(<dcterms:(?:created|modified)\b[^>]*>)[^<]*(<)")
_IMAGE, _HYPERLINK = "/image", "/hyperlink"
#: Lists up to this number are pandoc's own, the same in every file that it makes.
_LAST_FIXED_LIST = 1000
#: Tables with a line break in a cell get columns of equal width; Word itself fits them better.
_EQUAL_COLUMNS = '<w:tblW w:type="pct" w:w="5000" /><w:tblLayout w:type="fixed" />'
_FITTED_COLUMNS = '<w:tblW w:type="auto" w:w="0" />'


class WordFile:
    """A Word file that is written part by part to ``stream``; ``finish`` completes it.

    A context manager, so that what was begun is closed too if it is never completed. ``skeleton``
    is what pandoc made of an empty document: all that is not the text comes from it. Only one
    thread may use it.
    """

    def __init__(
        self,
        stream: BinaryIO,
        body: BinaryIO,
        skeleton: Path,
        *,
        title: str,
        cancel: CancelToken | None = None,
    ) -> None:
        """``body`` is an empty temporary file in which the text is gathered."""
        self._cancel = cancel
        self._zip = zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6)
        self._body = body
        self._links: list[str] = []
        self._list_kinds: dict[str, str] = {}
        self._lists: list[str] = []
        self._media: dict[bytes, str] = {}
        self._next_list = 2000
        self._next_id = 1
        self._take_skeleton(skeleton, title)

    def __enter__(self) -> WordFile:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            # Nobody will read it; on a full disk not even its end can be written.
            with contextlib.suppress(OSError):
                self._zip.close()

    def add_picture(self, placeholder: bytes, data: bytes) -> None:
        """Store a PNG, to be shown wherever pandoc was given the bytes ``placeholder``."""
        name = f"picture-{len(self._media) + 1}.png"
        self._media[placeholder] = name
        self._zip.writestr(_MEDIA_PREFIX + name, data, zipfile.ZIP_STORED)

    def add_part(self, part: Path) -> None:
        """Append the body of a Word file that pandoc made with the same reference document."""
        with zipfile.ZipFile(part) as source:
            document = source.read(_DOCUMENT).decode()
            relations = self._take_relations(source)
            lists = self._take_lists(source.read(_NUMBERING).decode())
        start, end = _body_of(document)
        body = document[start:end]
        body = _RELATION_USE.sub(lambda m: f"{m[1]}{relations.get(m[2], m[2])}{m[3]}", body)
        body = _LIST_USE.sub(lambda m: f"{m[1]}{lists.get(m[2], m[2])}{m[3]}", body)
        body = _PICTURE_SOURCE.sub(r"\1\2", body)
        body = _PICTURE_ID.sub(self._new_id, body)
        body = body.replace(_EQUAL_COLUMNS, _FITTED_COLUMNS)
        self._body.write(body.encode())

    def finish(self) -> None:
        """Write what belongs to the whole document. Nothing can be added after it.

        Raises ``Cancelled``.
        """
        self._body.seek(0)
        with self._zip.open(_DOCUMENT, "w", force_zip64=True) as target:
            target.write(self._before.encode())
            while chunk := self._body.read(_CHUNK):
                if self._cancel is not None:
                    self._cancel.raise_if_cancelled()
                target.write(chunk)
            target.write(self._after.encode())
        links = self._relations.replace("</Relationships>", "".join(self._links))
        self._zip.writestr(_RELATIONS, f"{links}</Relationships>")
        kinds = "".join(self._list_kinds.values())
        numbering = self._numbering.replace("</w:numbering>", "")
        # All kinds come before all lists, says the schema.
        first = _LIST.search(numbering)
        at = first.start() if first else len(numbering)
        numbering = f"{numbering[:at]}{kinds}{numbering[at:]}{''.join(self._lists)}"
        self._zip.writestr(_NUMBERING, f"{numbering}</w:numbering>")
        self._zip.close()

    def _take_skeleton(self, skeleton: Path, title: str) -> None:
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        with zipfile.ZipFile(skeleton) as source:
            document = source.read(_DOCUMENT).decode()
            start, end = _body_of(document)
            self._before, self._after = document[:start], document[end:]
            self._relations = source.read(_RELATIONS).decode()
            self._numbering = source.read(_NUMBERING).decode()
            self._known_kinds = {match[1] for match in _LIST_KIND.finditer(self._numbering)}
            types = source.read(_TYPES).decode()
            if 'Extension="png"' not in types:
                types = types.replace("</Types>", f"{_PNG_TYPE}</Types>")
            # First of all, as programs that look at a file's beginning expect.
            self._zip.writestr(_TYPES, types)
            for name in source.namelist():
                if name in (_DOCUMENT, _RELATIONS, _NUMBERING, _TYPES):
                    continue
                data = source.read(name)
                if name == _CORE:
                    core = _DATE.sub(rf"\g<1>{now}\2", data.decode())
                    shown = f"<dc:title>{escape(title)}</dc:title>"
                    data = core.replace("<dc:title></dc:title>", shown).encode()
                self._zip.writestr(name, data)

    def _take_relations(self, source: zipfile.ZipFile) -> Mapping[str, str]:
        """Take over a part's links and pictures; return their new names by the old ones."""
        renamed = {}
        for match in _RELATION.finditer(source.read(_RELATIONS).decode()):
            attributes = dict(_ATTRIBUTE.findall(match.group()))
            kind, target = attributes.get("Type", ""), attributes.get("Target", "")
            if kind.endswith(_IMAGE):
                name = self._media.get(source.read(f"word/{target}"))
                if name is None:
                    raise ExportError(
                        "A picture was lost on its way into the Word file.",
                        "Export again, and please report this.",
                        details=target,
                    )
                attributes["Target"] = f"media/{name}"
            elif not kind.endswith(_HYPERLINK):
                continue
            new = f"rIdD{len(self._links) + 1}"
            renamed[attributes["Id"]] = new
            attributes["Id"] = new
            written = " ".join(f'{name}="{value}"' for name, value in attributes.items())
            self._links.append(f"<Relationship {written}/>")
        return renamed

    def _take_lists(self, numbering: str) -> Mapping[str, str]:
        for match in _LIST_KIND.finditer(numbering):
            if match[1] not in self._known_kinds:
                # pandoc's number of a kind says what it is: the same in every part.
                self._list_kinds.setdefault(match[1], match.group())
        renamed = {}
        for match in _LIST.finditer(numbering):
            if int(match[1]) <= _LAST_FIXED_LIST:
                continue
            self._next_list += 1
            renamed[match[1]] = str(self._next_list)
            self._lists.append(
                match.group().replace(f'w:numId="{match[1]}"', f'w:numId="{self._next_list}"', 1)
            )
        return renamed

    def _new_id(self, match: re.Match[str]) -> str:
        self._next_id += 1
        return f"{match[1]}{self._next_id}{match[2]}"


def _body_of(document: str) -> tuple[int, int]:
    """Where the text begins and ends in ``document.xml``."""
    start = document.index("<w:body>") + len("<w:body>")
    return start, document.rindex("<w:sectPr")
