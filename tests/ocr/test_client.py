"""What each kind of server wants and says, over true HTTP."""

from __future__ import annotations

import itertools
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from desktop.errors import ImageIgnored, RequestRejected, RequestTooLarge, ServerFailed, UsageError
from desktop.model.document import ImageFormat
from desktop.model.endpoint import Endpoint, ProfileName
from desktop.model.recognition import Mode, ModeKind, PageRequest
from desktop.ocr.client import Client
from tests.bed.standin import Rule, StandIn, mark
from tests.ocr.pages import endpoint, image, page


@pytest.mark.parametrize("profile", list(ProfileName))
def test_every_kind_of_server_reads_a_page_and_says_where_its_words_are(
    profile: ProfileName,
) -> None:
    with StandIn(profile) as server, Client() as client:
        got = client.recognise(endpoint(server, profile), page(1), purpose="other size", attempt=2)
    assert f"# Page {mark(image(1).data)}" in got.text
    assert "[[100, 80, 900, 120]]" in got.text
    assert not got.cut
    assert got.measures.prompt_tokens == 280
    assert got.measures.completion_tokens > 20
    assert 0 < got.measures.first_text_seconds <= got.measures.seconds
    assert (got.purpose, got.attempt) == ("other size", 2)
    assert (got.image_width, got.image_height) == (724, 1024)


def test_deepseek_gets_the_text_first_and_no_placeholder() -> None:
    with StandIn() as server, Client() as client:
        client.recognise(endpoint(server), page())
        (seen,) = server.requests()
    assert seen["order"] == ["text", "image"]
    assert seen["prompt"] == "<image>\n<|grounding|>Convert the document to markdown."
    assert seen["max_tokens"] == 6000
    assert seen["stream"] is True


@pytest.mark.parametrize("format", list(ImageFormat))
def test_images_travel_as_png_or_jpeg_byte_for_byte(format: ImageFormat) -> None:
    sent = image(5, size=99_999, format=format)
    with StandIn() as server, Client() as client:
        got = client.recognise(endpoint(server), PageRequest(sent))
        (seen,) = server.requests()
    assert mark(sent.data) in got.text
    assert seen["kinds"] == [format.value.split("/")[1]]


@pytest.mark.parametrize("late", [True, False], ids=["in the stream", "as a 400"])
def test_an_older_build_gets_the_placeholder_after_its_first_refusal(late: bool) -> None:
    with StandIn(older_build=True, late_mismatch=late) as server, Client() as client:
        one = endpoint(server)
        assert mark(image(1).data) in client.recognise(one, page(1)).text
        assert mark(image(2).data) in client.recognise(one, page(2)).text
        prompts = [seen["prompt"] for seen in server.requests()]
    assert ["<image>" in prompt for prompt in prompts] == [False, True, True]


def test_a_server_that_was_updated_loses_the_placeholder_again() -> None:
    rules = [Rule(fault="mismatch", times=1)]
    with StandIn(rules=rules) as server, Client() as client:
        # A build that counts right refuses the second way too.
        with pytest.raises(RequestRejected) as caught:
            client.recognise(endpoint(server), page())
        assert type(caught.value) is RequestRejected
        assert client.recognise(endpoint(server), page()).text
        assert len(server.requests()) == 3


def test_image_required_is_an_error_and_not_a_page() -> None:
    rules = [Rule(fault="image_required")]
    with (
        StandIn(rules=rules) as server,
        Client() as client,
        pytest.raises(ImageIgnored) as caught,
    ):
        client.recognise(endpoint(server), page())
    assert "without having seen the page" in caught.value.what
    assert caught.value.advice


def test_stop_at_the_token_limit_means_cut_where_the_server_always_says_stop() -> None:
    rules = [Rule(fault="truncated", nth=(0,)), Rule(fault="loop", nth=(1,))]
    with StandIn(rules=rules) as server, Client() as client:
        truncated = client.recognise(endpoint(server), page())
        looping = client.recognise(endpoint(server), replace(page(), max_tokens=50))
    assert truncated.cut
    assert truncated.measures.completion_tokens == 6000
    assert looping.cut
    assert len(looping.text) == 200


@pytest.mark.parametrize("profile", ["vllm", "llama.cpp", "ollama", "generic"])
def test_finish_reason_length_means_cut(profile: str) -> None:
    with StandIn(profile) as server, Client() as client:
        got = client.recognise(endpoint(server, profile), replace(page(), max_tokens=10))
    assert got.cut
    assert len(got.text) == 40


def test_vllm_gets_what_keeps_the_tags_and_stops_loops() -> None:
    with StandIn("vllm") as server, Client() as client:
        one = endpoint(server, "vllm")
        client.recognise(one, page())
        client.recognise(one, replace(page(), ngram_window=300))
        plain, windowed = server.requests()
    assert plain["order"] == ["image", "text"]
    assert plain["prompt"] == "<|grounding|>Convert the document to markdown."
    assert plain["max_tokens"] == 7000
    extra = plain["extra"]
    assert extra["skip_special_tokens"] is False
    assert extra["temperature"] == 0
    assert extra["stream_options"] == {"include_usage": True}
    assert extra["vllm_xargs"] == {
        "ngram_size": 30,
        "window_size": 90,
        "whitelist_token_ids": [128821, 128822],
    }
    assert windowed["extra"]["vllm_xargs"] == {**extra["vllm_xargs"], "window_size": 300}


def test_deepseek_gets_another_ngram_size_only_when_a_window_is_asked_for() -> None:
    with StandIn() as server, Client() as client:
        client.recognise(endpoint(server), page())
        client.recognise(endpoint(server), replace(page(), ngram_window=105))
        plain, windowed = (seen["extra"] for seen in server.requests())
    assert "no_repeat_ngram_size" not in plain
    assert windowed["no_repeat_ngram_size"] == 35


def test_llama_cpp_gets_the_image_in_front() -> None:
    with StandIn("llama.cpp") as server, Client() as client:
        client.recognise(endpoint(server, "llama.cpp"), page())
        (seen,) = server.requests()
    assert seen["order"] == ["image", "text"]


def test_ollama_gets_its_own_protocol_and_a_line_break_in_front() -> None:
    with StandIn("ollama") as server, Client() as client:
        client.recognise(endpoint(server, "ollama"), page())
        (seen,) = server.requests()
    assert seen["path"] == "/api/chat"
    assert seen["prompt"] == "\n<|grounding|>Convert the document to markdown."
    assert seen["extra"]["options"] == {"temperature": 0, "num_ctx": 8192, "num_predict": 7000}


def test_the_built_in_engine_gives_a_layout_and_a_table() -> None:
    with StandIn("builtin") as server, Client() as client:
        one = endpoint(server, "builtin")
        layout = client.recognise(one, page(0, ModeKind.LAYOUT)).text
        table = client.recognise(one, page(0, ModeKind.TABLE)).text
        prompts = [seen["prompt"] for seen in server.requests()]
    assert prompts == ["<|grounding|>Given the layout of the image.", "Table Recognition:"]
    assert "<|ref|>title<|/ref|>" in layout
    assert "words of page" not in layout
    assert table.startswith("<table>")


def test_a_mode_that_a_server_can_not_do_is_not_sent() -> None:
    with StandIn("vllm") as server, Client() as client:
        with pytest.raises(UsageError, match="layout"):
            client.recognise(endpoint(server, "vllm"), page(0, ModeKind.LAYOUT))
        assert server.requests() == []


def test_a_page_larger_than_the_server_takes_is_not_sent() -> None:
    with StandIn() as server, Client() as client:
        large = PageRequest(image(size=38_000_000))
        with pytest.raises(RequestTooLarge) as caught:
            client.recognise(endpoint(server), large)
        assert server.requests() == []
    assert "takes 50 MB" in caught.value.what
    assert "smaller" in caught.value.advice


def test_the_token_goes_with_each_request() -> None:
    with StandIn(token="s3cret") as server, Client() as client:
        one = replace(endpoint(server), token="s3cret")
        assert client.recognise(one, page()).text
        client.check(one)


def test_words_arrive_while_the_page_is_being_read() -> None:
    heard: list[str] = []
    with StandIn(seconds=0.8, chunks=8) as server, Client() as client:
        got = client.recognise(endpoint(server), page(), on_text=heard.append)
    assert len(heard) >= 3
    assert heard[-1] == got.text
    for earlier, later in itertools.pairwise(heard):
        assert later.startswith(earlier)
        assert len(later) > len(earlier)


@pytest.mark.parametrize("fault", ["split_utf8", "crlf", "many_lines", "plain_json", "no_usage"])
@pytest.mark.parametrize("profile", ["deepseek-ocr.rs", "vllm"])
def test_odd_but_lawful_replies_are_read_whole(profile: str, fault: str) -> None:
    words = "# Füße – 段落 🙂\n\n“Zitat”\u2028Ende"
    with StandIn(profile, rules=[Rule(fault=fault, reply=words)]) as server, Client() as client:
        got = client.recognise(endpoint(server, profile), page())
    assert got.text == words


def test_a_reply_without_words_is_an_empty_recognition() -> None:
    with StandIn(rules=[Rule(fault="empty_text")]) as server, Client() as client:
        got = client.recognise(endpoint(server), page())
    assert got.text == ""
    assert got.measures.completion_tokens == 0


def test_each_of_many_threads_gets_its_own_page_over_few_connections() -> None:
    numbers = range(64)
    with StandIn("vllm", seconds=0.2) as server, Client() as client:
        one = endpoint(server, "vllm")
        with ThreadPoolExecutor(32) as threads:
            got = list(threads.map(lambda n: client.recognise(one, page(n)).text, numbers))
        account = server.account()
    assert all(mark(image(n).data) in text for n, text in zip(numbers, got, strict=True))
    assert account["peak_in_flight"] > 8
    assert account["connections"] <= 32


def test_two_first_pages_do_not_load_the_model_twice() -> None:
    with StandIn(load_seconds=0.3) as server, Client() as client:
        one = endpoint(server)
        with ThreadPoolExecutor(4) as threads:
            got = list(threads.map(lambda n: client.recognise(one, page(n)).text, range(4)))
        account = server.account()
    assert all(got)
    assert account["loads"] == 1


def test_when_the_first_page_fails_the_next_one_tries() -> None:
    rules = [Rule(fault="server_error", nth=(0,))]
    with StandIn(rules=rules, load_seconds=0.1) as server, Client() as client:
        one = endpoint(server)
        with ThreadPoolExecutor(3) as threads:
            tries = [threads.submit(client.recognise, one, page(n)) for n in range(3)]
        errors = [error for error in (t.exception() for t in tries) if error is not None]
    assert [type(error) for error in errors] == [ServerFailed]


def test_the_words_to_locate_stand_in_the_prompt() -> None:
    with StandIn() as server, Client() as client:
        mode = Mode(ModeKind.LOCATE, "the total {words}")
        client.recognise(endpoint(server), PageRequest(image(), mode))
        (seen,) = server.requests()
    assert seen["prompt"].endswith("Locate <|ref|>the total {words}<|/ref|> in the image.")


def test_an_idle_connection_that_the_server_closed_costs_nothing() -> None:
    with StandIn() as server, Client() as client:
        one = endpoint(server)
        client.recognise(one, page(1))
        server.stop()
        server.start()
        assert mark(image(2).data) in client.recognise(one, page(2)).text


def test_an_endpoint_in_a_log_hides_its_token() -> None:
    assert "s3cret" not in repr(
        Endpoint("http://127.0.0.1:1", ProfileName.VLLM, "m", 1, token="s3cret")
    )
