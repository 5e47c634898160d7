from __future__ import annotations

from desktop.conversion.fill_pieces import pieces_of
from tests.conversion.layers import line


def test_signs_without_meaning_say_nothing() -> None:
    pieces = pieces_of([line("\ufffd \ufffd", 60, 100), line("CRC\ufffdM, v\ufffd = 0", 60, 120)])
    assert [piece.text for piece in pieces] == ["CRCM, v = 0"]
    (piece,) = pieces
    assert len(piece.edges) == len(piece.text)
