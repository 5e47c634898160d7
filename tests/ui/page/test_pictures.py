"""Pictures that are kept, and those that make room."""

from __future__ import annotations

from PySide6.QtGui import QImage

from desktop.model.states import JobId
from desktop.ui.page.pictures import Picture, Pictures
from desktop.ui.page.scale import Wanted

JOB = JobId(1)
#: The bytes of one picture of these tests.
SIZE = 100 * 100 * 4


def _picture(edge: int = 100) -> Picture:
    return Picture(QImage(100, 100, QImage.Format.Format_RGB32), Wanted(edge))


def test_the_picture_that_was_not_used_for_longest_makes_room() -> None:
    pictures = Pictures(room=3 * SIZE)
    for page in range(3):
        pictures.keep(JOB, page, _picture())
    assert pictures.get(JOB, 0, 100)
    pictures.keep(JOB, 3, _picture())
    assert pictures.taken == 3 * SIZE
    assert pictures.get(JOB, 1, 100) is None
    assert pictures.get(JOB, 0, 100)


def test_a_picture_larger_than_all_room_is_kept_alone() -> None:
    pictures = Pictures(room=10)
    pictures.keep(JOB, 0, _picture())
    pictures.keep(JOB, 1, _picture())
    assert pictures.get(JOB, 0, 100) is None
    assert pictures.get(JOB, 1, 100)
    assert pictures.taken == SIZE


def test_keeping_a_picture_twice_takes_its_room_once() -> None:
    pictures = Pictures()
    pictures.keep(JOB, 0, _picture())
    pictures.keep(JOB, 0, _picture())
    assert pictures.taken == SIZE


def test_the_nearest_size_stands_in_for_one_that_is_not_there() -> None:
    pictures = Pictures()
    small, large = _picture(100), _picture(1000)
    pictures.keep(JOB, 0, small)
    pictures.keep(JOB, 0, large)
    assert pictures.get(JOB, 0, 500) is None
    assert pictures.get(JOB, 0, 101) is small
    assert pictures.best(JOB, 0, 900) is large
    assert pictures.best(JOB, 1, 900) is None


def test_a_page_or_a_whole_job_can_be_forgotten() -> None:
    pictures = Pictures()
    for page in range(3):
        pictures.keep(JOB, page, _picture())
        pictures.learn(JOB, page, (10.0, 20.0))
    pictures.forget(JOB, 1)
    assert pictures.size(JOB, 1) is None
    assert pictures.best(JOB, 1, 100) is None
    assert pictures.size(JOB, 2) == (10.0, 20.0)
    pictures.forget(JOB)
    assert pictures.taken == 0
    assert pictures.size(JOB, 2) is None
