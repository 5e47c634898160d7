"""New orders of waiting documents."""

from __future__ import annotations

from desktop.model.states import JobId
from desktop.ui.documents.ordering import placed, stepped

A, B, C, D = (JobId(number) for number in range(1, 5))


def test_a_document_goes_one_place_up_or_down() -> None:
    assert stepped([A, B, C], {C}, -1) == [A, C, B]
    assert stepped([A, B, C], {A}, 1) == [B, A, C]


def test_at_the_ends_nothing_moves() -> None:
    assert stepped([A, B, C], {A}, -1) == [A, B, C]
    assert stepped([A, B, C], {B, C}, 1) == [A, B, C]
    assert stepped([A, B, C], {A, C}, -1) == [A, C, B]


def test_several_documents_keep_their_order_among_each_other() -> None:
    assert stepped([A, B, C, D], {B, D}, -1) == [B, A, D, C]
    assert placed([A, B, C, D], {D, B}, A) == [B, D, A, C]


def test_documents_are_put_in_front_of_another_or_last() -> None:
    assert placed([A, B, C], {C}, A) == [C, A, B]
    assert placed([A, B, C], {A}, None) == [B, C, A]
    assert placed([A, B, C], {B}, B) == [A, B, C]
    assert placed([A, B, C], {A}, D) == [B, C, A]
