"""What a person looks at: pages, thumbnails, sizes; and documents that moved or are locked."""

from __future__ import annotations

import contextlib
import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest
from PIL import Image

from desktop.errors import (
    Cancelled,
    DocumentChanged,
    DocumentMissing,
    PasswordNeeded,
    PasswordWrong,
    UsageError,
)
from desktop.model.cancel import CancelToken
from desktop.model.geometry import Box
from desktop.model.states import JobId, JobState
from desktop.service import Service
from tests.bed.papers import HEIGHT, WIDTH, scanned_pdf, written_pdf
from tests.bed.services import options_for, paths_in, serving
from tests.bed.standin import StandIn


def size_of(data: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(data)) as image:
        return image.size


def test_a_page_is_seen_at_any_size_and_in_part(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 3)
    with Service(paths_in(tmp_path / "home")) as service:
        job = service.add(paper, options_for("builtin"))
        whole = service.page_image(job, 1, long_edge=400)
        assert (whole.height, size_of(whole.data)) == (400, (whole.width, whole.height))
        part = service.page_image(job, 1, long_edge=4000, crop=Box(0.25, 0.5, 0.5, 0.75))
        assert part.height == pytest.approx(1000, abs=2)
        assert service.page_size(job, 2) == pytest.approx((WIDTH, HEIGHT), abs=1)
        assert max(size_of(service.thumbnail(job, 2))) == 160
        with pytest.raises(UsageError, match="not one of"):
            service.page_image(job, 3, long_edge=100)


def test_thumbnails_outlive_the_program_and_the_document(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 2)
    with Service(paths_in(tmp_path / "home")) as service:
        job = service.add(paper, options_for("builtin"))
        thumbnail = service.thumbnail(job, 0)
    paper.unlink()
    with Service(paths_in(tmp_path / "home")) as service:
        assert service.thumbnail(job, 0) == thumbnail
        with pytest.raises(DocumentMissing):
            service.thumbnail(job, 1)
        with pytest.raises(DocumentMissing):
            service.page_image(job, 0, long_edge=100)


def test_a_document_that_changed_is_not_shown_but_its_result_is(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 1)
    with StandIn(profile="vllm") as server, serving(tmp_path / "home") as (service, _):
        job = service.add(paper, options_for(server))
        assert service.wait([job], timeout=30)
        scanned_pdf(paper, 2)
        with pytest.raises(DocumentChanged):
            service.page_image(job, 0, long_edge=100)
        assert service.result(job, 0) is not None
        assert service.page_size(job, 0) == pytest.approx((WIDTH, HEIGHT), abs=1)


def test_a_locked_document_is_seen_again_after_a_restart_with_its_password(tmp_path: Path) -> None:
    paper = written_pdf(tmp_path / "paper.pdf", 1, password="open sesame")
    home = tmp_path / "home"
    with Service(paths_in(home)) as service:
        job = service.add(paper, options_for("builtin"), password="open sesame")
        service.thumbnail(job, 0)
    # Pictures of what somebody locked away are not left lying about.
    assert not list((home / "cache").rglob("*.jpg"))
    with Service(paths_in(home)) as service:
        with pytest.raises(PasswordNeeded):
            service.page_image(job, 0, long_edge=100)
        with pytest.raises(PasswordWrong):
            service.unlock(job, "guess")
        with pytest.raises(PasswordNeeded):
            service.thumbnail(job, 0)
        service.unlock(job, "open sesame")
        assert service.page_image(job, 0, long_edge=100).height == 100


def test_many_threads_look_at_once(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 8)
    with Service(paths_in(tmp_path / "home")) as service, ThreadPoolExecutor(8) as threads:
        job = service.add(paper, options_for("builtin"))
        thumbnails = [threads.submit(service.thumbnail, job, page) for page in range(8)]
        pages = [threads.submit(service.page_image, job, page, long_edge=200) for page in range(8)]
        assert all(size_of(each.result())[1] == 160 for each in thumbnails)
        assert all(each.result().height == 200 for each in pages)


def test_a_reviewed_page_wants_review_again_when_it_is_read_again(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 2)
    with StandIn(profile="vllm") as server, serving(tmp_path / "home") as (service, _):
        job = service.add(paper, options_for(server))
        assert service.wait([job], timeout=30)
        service.set_reviewed(job, 1, True)
        service.edit(job, 0, 0, "By hand.")
        pages = service.pages(job)
        assert [page.reviewed for page in pages] == [False, True]
        assert [page.edited for page in pages] == [True, False]
        service.undo(job, 0)
        service.retry(job, 1)
        assert service.wait([job], timeout=30)
        assert not any(page.reviewed or page.edited for page in service.pages(job))
        with pytest.raises(UsageError, match="not one of"):
            service.set_reviewed(job, 2, True)


def waiting(service: Service) -> list[JobId]:
    return [job.job for job in service.jobs()]


def test_waiting_jobs_are_reordered_and_read_in_that_order(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with StandIn(profile="vllm") as server:
        with Service(paths_in(home)) as service:
            first, second, third = (
                service.add(scanned_pdf(tmp_path / f"{n}.pdf", 1), options_for(server))
                for n in range(3)
            )
            service.reorder([third, first, second])
            assert waiting(service) == [third, first, second]
            service.reorder([second, first])
            assert waiting(service) == [third, second, first]
        with Service(paths_in(home)) as service:
            assert waiting(service) == [third, second, first]


def test_a_removed_job_is_gone_whatever_it_was_doing(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 4)
    with (
        StandIn(profile="vllm", seconds=30) as slow,
        StandIn(profile="vllm") as fast,
        serving(tmp_path / "home") as (service, heard),
    ):
        done = service.add(paper, options_for(fast))
        assert service.wait([done], timeout=30)
        busy = service.add(paper, options_for(slow))
        heard.wait_for(lambda event: getattr(event, "state", None) is JobState.RUNNING)
        for job in (busy, done):
            service.remove(job)
            with pytest.raises(UsageError, match="no conversion"):
                service.job(job)
        assert service.jobs() == ()
        assert paper.exists()


def test_what_is_warm_opens_the_first_document_too(tmp_path: Path) -> None:
    paper = scanned_pdf(tmp_path / "paper.pdf", 2)
    with Service(paths_in(tmp_path / "home")) as service:
        service.warm_up()
        children = psutil.Process().children()
        job = service.add(paper, options_for("builtin"))
        service.page_image(job, 0, long_edge=200)
        service.thumbnail(job, 1)
        # Nothing more had to be started.
        assert psutil.Process().children() == children
    service.warm_up()


def test_a_service_that_closes_does_not_wait_for_its_warming(tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as threads, Service(paths_in(tmp_path / "home")) as service:
        cancel = CancelToken()
        warming = threads.submit(service.warm_up, cancel=cancel)
        cancel.cancel()
        with contextlib.suppress(Cancelled):
            warming.result()
