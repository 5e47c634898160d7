"""Where each region of a reply begins: the three dialects of tags, and what is broken in them.

    official   <|ref|>LABEL<|/ref|><|det|>[[x1, y1, x2, y2]]<|/det|>
    stripped   LABEL[[x1, y1, x2, y2]]            (special tokens skipped while decoding)
    Unlimited  <|det|>LABEL [x1, y1, x2, y2]<|/det|>content

One pass finds all marks, a second one walks them; a reply may mix the dialects. Offsets are those
of the text given, so that the same scan tells ``quality`` where a loop begins.
"""

from __future__ import annotations

import re

from desktop.ocr.parse_boxes import read_boxes
from desktop.ocr.parse_labels import known_label, looks_like_label
from desktop.ocr.parse_tags import (
    BARE,
    BRACKETED,
    CJK,
    DOUBLE,
    LONGEST_JUNK,
    LONGEST_LABEL,
    MARK,
    NAMED_BOX,
    NAMED_START,
    NEXT_LABEL,
    SINGLE,
    UNFINISHED,
    Segment,
    Tag,
)


def scan(text: str) -> list[Segment]:
    """The regions of a reply in its own order; text before the first tag is a region too."""
    scanner = _Scanner(text)
    return scanner.run()


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.marks = list(MARK.finditer(text))
        self.single_brackets = _begins_unlimited(text)

    def run(self) -> list[Segment]:
        found: list[Tag | None] = []
        starts: list[int] = []
        at, covered = 0, 0
        while at < len(self.marks):
            mark = self.marks[at]
            if mark.start() < covered:
                at += 1
                continue
            if mark["page"] or mark["divider"]:
                found.append(None)
                starts.append(mark.start())
                covered = mark.end()
                at += 1
                continue
            tag = self._tag(at)
            if tag is None:
                at += 1
                continue
            while tag is not None:
                found.append(tag)
                starts.append(tag.start)
                at, covered = at + tag.used, tag.after
                tag = self._adjacent(tag.after) if self._stripped(mark) else None
        return self._segments(found, starts)

    def _segments(self, found: list[Tag | None], starts: list[int]) -> list[Segment]:
        text = self.text
        ends = [*starts[1:], len(text)][: len(starts)]
        segments = []
        if starts != [0] and text[: starts[0] if starts else None].strip():
            segments.append(Segment("", 0, 0, starts[0] if starts else len(text), tagged=False))
        for tag, start, end in zip(found, starts, ends, strict=True):
            if tag is None:
                after = self._after_divider(start)
                segments.append(Segment("", start, min(after, end), end, tagged=False))
                continue
            boxes, odd = read_boxes(tag.payload) if tag.payload is not None else ((), ())
            segments.append(
                Segment(
                    tag.words.strip(),
                    start,
                    min(tag.after, end),
                    end,
                    boxes,
                    odd,
                    cut=tag.cut,
                    glued=tag.glued,
                )
            )
        return segments

    def _after_divider(self, start: int) -> int:
        mark = MARK.match(self.text, start)
        return mark.end() if mark else start

    def _stripped(self, mark: re.Match[str]) -> bool:
        return mark["label"] is not None

    def _tag(self, at: int) -> Tag | None:
        mark = self.marks[at]
        if self._stripped(mark):
            return self._stripped_tag(mark)
        if mark["close"] or self._is_stutter(at):
            return None
        if mark["kind"] == "ref":
            return self._ref(at)
        return self._lone_det(at)

    def _is_stutter(self, at: int) -> bool:
        """Whether a mark is followed at once by the same one, and so opens nothing."""
        if at + 1 >= len(self.marks):
            return False
        mark, following = self.marks[at], self.marks[at + 1]
        return mark.end() == following.start() and mark.group() == following.group()

    # --- official ---------------------------------------------------------------------------

    def _inner(self, at: int) -> str:
        """The text between a mark and the next one."""
        end = self.marks[at + 1].start() if at + 1 < len(self.marks) else len(self.text)
        return self.text[self.marks[at].end() : end]

    def _is(self, at: int, kind: str, *, close: bool) -> bool:
        if at >= len(self.marks):
            return False
        mark = self.marks[at]
        return mark["kind"] == kind and bool(mark["close"]) == close

    def _ref(self, at: int) -> Tag:
        start = self.marks[at].start()
        glued: list[str] = []
        here = at
        while self._is(here + 1, "ref", close=False) and self._is_label_line(self._inner(here)):
            glued.append(self._inner(here).strip())
            here += 1
        words = self._inner(here)
        if self._is(here + 1, "ref", close=True):
            tag = Tag(words, start, self.marks[here + 1].end(), here + 2 - at, glued=tuple(glued))
            self._place(tag, here + 1, at)
            return tag
        if self._is(here + 1, "det", close=False) and "\n" not in words:
            tag = Tag(words, start, self.marks[here].end(), here + 1 - at, glued=tuple(glued))
            self._det(tag, here + 1, at)
            return tag
        return self._unclosed_ref(start, here, at, tuple(glued))

    def _is_label_line(self, inner: str) -> bool:
        return "\n" not in inner and 0 < len(inner.strip()) <= LONGEST_LABEL

    def _unclosed_ref(self, start: int, here: int, at: int, glued: tuple[str, ...]) -> Tag:
        """``<|ref|>text`` and a line break: the label is what stands before the break."""
        inner, after = self._inner(here), self.marks[here].end()
        used = here + 1 - at
        line, newline, _ = inner.partition("\n")
        at_end = here + 1 >= len(self.marks)
        if at_end and not newline and len(line) <= LONGEST_LABEL:
            cut = not line.strip() or looks_like_label(line) or known_label(line) is not None
            if cut:
                return Tag(line, start, len(self.text), used, cut=True, glued=glued)
        if known_label(line) is not None or (newline and looks_like_label(line)):
            return Tag(line, start, after + len(line), used, glued=glued)
        first = line.split(maxsplit=1)[0] if line.strip() else ""
        if known_label(first) is not None:
            skip = len(line) - len(line.lstrip()) + len(first)
            return Tag(first, start, after + skip, used, glued=glued)
        return Tag("", start, after, used, glued=glued)

    def _place(self, tag: Tag, closed: int, at: int) -> None:
        """Find the box of a ref whose closing tag is the mark ``closed``."""
        inner = self._inner(closed)
        if self._is(closed + 1, "det", close=False) and self._is_junk(inner):
            self._det(tag, closed + 1, at)
        elif self._is(closed + 1, "det", close=True) and self._is_payload(inner):
            tag.payload = inner
            tag.after, tag.used = self.marks[closed + 1].end(), closed + 2 - at
        elif bare := BARE.match(inner):
            tag.payload = bare[1]
            tag.after = self.marks[closed].end() + bare.end()
        else:
            tag.after += self._foreign_junk(inner)
            tag.cut = closed + 1 >= len(self.marks) and not inner.strip()

    def _is_junk(self, inner: str) -> bool:
        return not inner.strip() or ("\n" not in inner and len(inner) <= LONGEST_JUNK)

    def _is_payload(self, inner: str) -> bool:
        return "\n" not in inner and len(inner) <= 400 and any(c.isdigit() for c in inner)

    def _foreign_junk(self, inner: str) -> int:
        """How much to skip where a box should be: words of another script than the content's."""
        line, newline, rest = inner.partition("\n")
        junk = newline and rest.strip() and 0 < len(line.strip()) <= 8
        foreign = junk and CJK.search(line) and not CJK.search(rest[:400])
        return len(line) if foreign else 0

    def _det(self, tag: Tag, opened: int, at: int) -> None:
        """Read the box after the opening det mark ``opened``."""
        inner = self._inner(opened)
        begin = self.marks[opened].end()
        while not self._is(opened + 1, "det", close=True):
            beyond = opened + 1 + self._is(opened + 1, "ref", close=True)
            again = self._is(beyond, "det", close=False) and self._is_junk(inner)
            if not again or not self._is_junk(self._inner(beyond - 1)):
                break
            # ``<|det|>[J]<|/ref|><|det|>[[…]]``: the second try is the box.
            opened = beyond
            inner, begin = self._inner(opened), self.marks[opened].end()
        tag.after, tag.used = begin, opened + 1 - at
        if self._is(opened + 1, "det", close=True) and len(inner) <= 100_000:
            self._closed_det(tag, opened, at, inner)
            return
        if UNFINISHED.match(inner):
            at_end = opened + 1 >= len(self.marks)
            tag.after, tag.cut = begin + len(inner), at_end
            tag.payload = None if at_end else inner
            return
        bracketed = BRACKETED.match(inner)
        tag.payload = bracketed[1] if bracketed else ""
        tag.after = begin + (bracketed.end() if bracketed else 0)

    def _closed_det(self, tag: Tag, opened: int, at: int, inner: str) -> None:
        tag.payload = inner
        if "\n\n" in inner or "\\" in inner:
            # Content has got in between the tags: keep what is no box.
            bracketed = BRACKETED.match(inner)
            tag.payload = bracketed[1] if bracketed else ""
            tag.after += bracketed.end() if bracketed else 0
            return
        tag.after, tag.used = self.marks[opened + 1].end(), opened + 2 - at

    # --- Unlimited --------------------------------------------------------------------------

    def _lone_det(self, at: int) -> Tag:
        """``<|det|>LABEL [x1, y1, x2, y2]<|/det|>``, or a box that belongs to no ref."""
        mark, inner = self.marks[at], self._inner(at)
        start, after = mark.start(), mark.end()
        if self._is(at + 1, "det", close=True) and len(inner) <= 400 and "\n" not in inner:
            named = NAMED_BOX.match(inner)
            words, payload = (named[1], named[2]) if named else ("", inner)
            return Tag(words, start, self.marks[at + 1].end(), 2, payload)
        if at + 1 >= len(self.marks) and "\n" not in inner and "]" not in inner[:120]:
            named = NAMED_BOX.match(inner)
            if named or UNFINISHED.match(inner):
                return Tag(named[1] if named else "", start, len(self.text), 1, cut=True)
        if UNFINISHED.match(inner):
            return Tag("", start, after + len(inner), 1, inner)
        if named := NAMED_START.match(inner):
            return Tag(named[1], start, after + named.end(), 1, named[2])
        bracketed = BRACKETED.match(inner)
        payload = bracketed[1] if bracketed else ""
        return Tag("", start, after + (bracketed.end() if bracketed else 0), 1, payload)

    # --- stripped ---------------------------------------------------------------------------

    def _stripped_tag(self, mark: re.Match[str]) -> Tag | None:
        words, start, after = mark["label"], mark.start("label"), mark.end()
        known = known_label(words) is not None
        if double := DOUBLE.match(self.text, after):
            payload = double.group()
            if known or (looks_like_label(words) and read_boxes(payload)[0]):
                return Tag(words, start, double.end(), 1, payload)
            return None
        if not known:
            return None
        rest = self.text[after : after + 120]
        if UNFINISHED.match(rest) and after + len(rest) == len(self.text):
            return Tag(words, start, len(self.text), 1, cut=True)
        if self.single_brackets and (single := SINGLE.match(self.text, after)):
            return Tag(words, start, single.end(), 1, single.group())
        line = self.text[after : after + 120].partition("\n")[0]
        if line.startswith("[[") and line.rstrip().endswith("]") and read_boxes(line)[0]:
            return Tag(words, start, after + len(line), 1, line)
        return None

    def _adjacent(self, after: int) -> Tag | None:
        """A stripped tag that follows another one on the same line."""
        label = NEXT_LABEL.match(self.text, after)
        if label is None or known_label(label["label"]) is None:
            return None
        tag = self._stripped_tag(label)
        if tag is not None:
            tag.used = 0
        return tag


def _begins_unlimited(text: str) -> bool:
    """Whether the reply begins with a tag of the Unlimited dialect that has lost its tokens."""
    head = text[:400].replace("<PAGE>", " ").lstrip()
    label = re.match(r"[A-Za-z][A-Za-z_]{0,39}(?= ?\[)", head)
    if label is None or known_label(label.group()) is None:
        return False
    return bool(SINGLE.match(head[label.end() :].lstrip()))
