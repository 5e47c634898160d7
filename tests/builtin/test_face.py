"""The engine's HTTP face: OpenAI's protocol, errors, queueing, giving up."""

from __future__ import annotations

import io
import json
import socket
from concurrent.futures import ThreadPoolExecutor

import httpx
import openai
import pytest
from PIL import Image

from tests.builtin.conftest import MARKDOWN, Asker, parts, request
from tests.builtin.drawing import Sheet, data_url, drawn, encoded
from tests.conftest import wait_until

pytestmark = pytest.mark.engine

SENTENCE = "The quick brown fox jumps over the lazy dog."


def _page(number: int) -> bytes:
    def draw(sheet: Sheet) -> None:
        for row in range(3):
            sheet.line(f"Page {number} says: {SENTENCE}", 100 + 30 * row)

    page = Image.open(io.BytesIO(drawn(draw)))
    return encoded(page.crop((0, 90, page.width, 330)))


def _long_page() -> bytes:
    def draw(sheet: Sheet) -> None:
        for row in range(16):
            sheet.line(f"Row {row} is a line of its own. {SENTENCE}", 60 + 24 * row)

    return drawn(draw)


def _client(engine: Asker) -> openai.OpenAI:
    return openai.OpenAI(
        base_url=f"{engine.endpoint.url}/v1", api_key=engine.endpoint.token, max_retries=0
    )


def _health(engine: Asker) -> dict[str, object]:
    answer = httpx.get(f"{engine.endpoint.url}/v1/health", headers=engine.headers, trust_env=False)
    health: dict[str, object] = answer.json()
    return health


def test_openais_own_client_gets_a_page_whole(engine: Asker) -> None:
    with _client(engine) as client:
        assert [model.id for model in client.models.list()] == ["diptych-builtin"]
        answer = client.chat.completions.create(
            model="diptych-builtin",
            messages=[
                {
                    "role": "user",
                    "content": [
                        {"type": "text", "text": "Free OCR."},
                        {"type": "image_url", "image_url": {"url": data_url(_page(1))}},
                    ],
                }
            ],
        )
    assert answer.choices[0].finish_reason == "stop"
    assert f"Page 1 says: {SENTENCE}" in (answer.choices[0].message.content or "")
    assert answer.usage is not None
    assert answer.usage.completion_tokens > 30
    assert answer.usage.prompt_tokens > 100
    total = answer.usage.prompt_tokens + answer.usage.completion_tokens
    assert answer.usage.total_tokens == total


def test_openais_own_client_gets_a_page_as_a_stream(engine: Asker) -> None:
    picture = _page(2)
    whole = engine.read(picture)
    with _client(engine) as client:
        stream = client.chat.completions.create(
            model="diptych-builtin",
            messages=[
                {
                    "role": "user",
                    "content": [
                        {"type": "image_url", "image_url": {"url": data_url(picture)}},
                        {"type": "text", "text": MARKDOWN},
                    ],
                }
            ],
            stream=True,
            stream_options={"include_usage": True},
        )
        chunks = list(stream)
    texts = [c.choices[0].delta.content or "" for c in chunks if c.choices]
    assert "".join(texts) == whole
    assert chunks[0].choices[0].delta.role == "assistant"
    assert [c.choices[0].finish_reason for c in chunks if c.choices][-1] == "stop"
    assert [c.usage for c in chunks[:-1]] == [None] * (len(chunks) - 1)
    assert chunks[-1].usage is not None
    assert chunks[-1].usage.completion_tokens > 30


def test_a_stream_brings_text_before_the_page_is_finished(engine: Asker) -> None:
    body = request(_long_page(), "<|grounding|>OCR this image.", stream=True)
    url = f"{engine.endpoint.url}/v1/chat/completions"
    with (
        httpx.Client(headers=engine.headers, timeout=60, trust_env=False) as client,
        client.stream("POST", url, json=body) as answer,
    ):
        events = answer.iter_lines()
        first = next(line for line in events if "Row 0 is" in line)
        assert first.startswith("data: {")
        assert _health(engine)["busy"] == 1
        rest = list(events)
    assert any("Row 15 is" in line for line in rest)
    assert rest[-2] == "data: [DONE]"


def test_two_requests_at_once_are_both_right(engine: Asker) -> None:
    with ThreadPoolExecutor(4) as pool:
        replies = list(pool.map(engine.read, [_page(number) for number in (11, 12, 13, 14)]))
    for number, reply in zip((11, 12, 13, 14), replies, strict=True):
        assert reply.count(f"Page {number} says: {SENTENCE}") == 3
        assert len(parts(reply)) >= 1


def test_a_client_that_goes_away_frees_the_engine(engine: Asker) -> None:
    body = request(_long_page())
    for stream in (True, False):
        data = json.dumps({**body, "stream": stream}).encode()
        head = (
            "POST /v1/chat/completions HTTP/1.1\r\nHost: engine\r\n"
            f"Authorization: Bearer {engine.endpoint.token}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(data)}\r\n\r\n"
        )
        host, port = engine.endpoint.url.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port)), timeout=30) as client:
            client.sendall(head.encode() + data)
            wait_until(lambda: _health(engine)["busy"] == 1, what="the page to begin")
        wait_until(lambda: _health(engine)["busy"] == 0, seconds=3, what="the page to be given up")


def test_max_tokens_cuts_the_reply_and_says_so(engine: Asker) -> None:
    whole = engine.read(_page(3), "Free OCR.")
    answer = engine.post(request(_page(3), "Free OCR.", max_tokens=10)).json()
    assert answer["choices"][0]["finish_reason"] == "length"
    assert answer["usage"]["completion_tokens"] == 10
    content = answer["choices"][0]["message"]["content"]
    assert content
    assert whole.startswith(content)


def test_without_the_right_token_nothing_is_answered(engine: Asker) -> None:
    for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": "Basic Zm9v"}):
        for path in ("/v1/models", "/v1/health"):
            answer = httpx.get(f"{engine.endpoint.url}{path}", headers=headers, trust_env=False)
            assert answer.status_code == 401
        answer = httpx.post(
            f"{engine.endpoint.url}/v1/chat/completions",
            headers=headers,
            json={},
            trust_env=False,
        )
        assert answer.status_code == 401
        assert answer.json()["error"]["code"] == "invalid_api_key"


def test_wrong_requests_are_told_what_is_wrong(engine: Asker) -> None:
    small = encoded(Image.new("RGB", (40, 40), "white"))
    picture = {"type": "image_url", "image_url": {"url": data_url(small)}}
    text = {"type": "text", "text": "Free OCR."}

    def body(*content: object, **more: object) -> dict[str, object]:
        return {"messages": [{"role": "user", "content": list(content)}], **more}

    def image(url: str) -> dict[str, object]:
        return {"type": "image_url", "image_url": {"url": url}}

    for wrong, status, code in (
        ({}, 400, "invalid"),
        ([], 400, "invalid"),
        ({"messages": "hello"}, 400, "invalid"),
        ({"messages": [{"role": "user", "content": 7}]}, 400, "invalid"),
        (body(text), 400, "invalid"),
        (body(text, picture, picture), 400, "invalid"),
        (body(text, picture, {"type": "audio"}), 400, "invalid"),
        (body(picture, {"type": "text", "text": "Sing."}), 400, "unknown_prompt"),
        (body(text, image("http://localhost/page.png")), 400, "invalid_image_url"),
        (body(text, image("data:image/webp;base64,AAAA")), 400, "invalid_image_url"),
        (body(text, image("data:image/png;base64,???")), 400, "invalid_image_url"),
        (body(text, image("data:image/png;base64,AAAA")), 400, "invalid_image"),
        (body(text, image(data_url(encoded(Image.new("RGB", (2, 9)))))), 400, "invalid_image"),
        (body(text, image(data_url(_huge()))), 413, "too_large"),
        (body(text, picture, model="gpt"), 404, "model_not_found"),
        (body(text, picture, max_tokens=0), 400, "invalid"),
    ):
        answer = engine.post(wrong)
        error = answer.json()["error"]
        assert (answer.status_code, error["code"]) == (status, code), wrong
        assert error["message"]
    unknown = engine.post(body(picture, {"type": "text", "text": "Sing."})).json()
    assert "Free OCR." in unknown["error"]["message"]
    missing = httpx.get(
        f"{engine.endpoint.url}/v1/nothing", headers=engine.headers, trust_env=False
    )
    assert missing.status_code == 404
    assert missing.json()["error"]["type"] == "invalid_request_error"


def _huge() -> bytes:
    """A small file that says it has more pixels than we take."""
    return encoded(Image.new("1", (20_000, 5_000)))


def test_a_damaged_picture_costs_only_its_own_request(engine: Asker) -> None:
    whole = _page(4)
    answer = engine.post(request(whole[: len(whole) // 2]))
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "invalid_image"
    stream = engine.post(request(whole[: len(whole) // 2], stream=True))
    assert '"code": "invalid_image"' in stream.text
    assert stream.text.endswith("data: [DONE]\n\n")
    assert "Page 4 says" in engine.read(whole)


def test_a_body_that_is_too_large_is_refused_unread(engine: Asker) -> None:
    host, port = engine.endpoint.url.removeprefix("http://").split(":")
    head = (
        "POST /v1/chat/completions HTTP/1.1\r\nHost: engine\r\n"
        f"Authorization: Bearer {engine.endpoint.token}\r\n"
        "Content-Type: application/json\r\nContent-Length: 60000000\r\n\r\n"
    )
    with socket.create_connection((host, int(port)), timeout=10) as client:
        client.sendall(head.encode())
        assert b" 413 " in client.recv(4096).split(b"\r\n")[0]


def test_pictures_of_all_kinds_are_upright_on_white_paper(engine: Asker) -> None:
    page = Image.open(io.BytesIO(_page(5)))
    grey16 = page.convert("L").convert("I").point(lambda value: value * 257).convert("I;16")
    clear = page.convert("L").point(lambda value: 255 - value)
    ink = Image.new("RGBA", page.size, "black")
    ink.putalpha(clear)
    turned = page.transpose(Image.Transpose.ROTATE_90)
    exif = Image.Exif()
    exif[0x0112] = 6
    for picture in (
        encoded(page, "JPEG"),
        encoded(page.convert("1")),
        encoded(page.convert("P")),
        encoded(grey16),
        encoded(ink),
        _with_exif(turned, exif),
    ):
        assert f"Page 5 says: {SENTENCE}" in engine.read(picture, "Free OCR.")


def _with_exif(picture: Image.Image, exif: Image.Exif) -> bytes:
    file = io.BytesIO()
    picture.save(file, "JPEG", exif=exif)
    return file.getvalue()
