"""The stand-in keeps its own promises, since benchmarks and tests lean on them."""

from __future__ import annotations

import base64
import http.client
import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from tests.bed.standin import StandIn

PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 100


def _part(image: bytes) -> dict[str, Any]:
    url = f"data:image/png;base64,{base64.b64encode(image).decode()}"
    return {"type": "image_url", "image_url": {"url": url}}


def _text(text: str = "Free OCR.") -> dict[str, Any]:
    return {"type": "text", "text": text}


def _ask(
    server: StandIn, content: object, *, model: str = "deepseek-ocr", **more: object
) -> tuple[int, str]:
    body = {"model": model, "messages": [{"role": "user", "content": content}], **more}
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    try:
        connection.request("POST", "/v1/chat/completions", json.dumps(body))
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


def test_pages_take_their_time_one_after_the_other_or_at_once() -> None:
    accounts = {}
    for parallel in (1, 8):
        with StandIn(seconds=0.1, parallel=parallel) as server:
            with ThreadPoolExecutor(8) as threads:
                content = [_text(), _part(PNG)]
                answers = threads.map(_ask, [server] * 8, [content] * 8)
                assert {status for status, _ in answers} == {200}
            accounts[parallel] = server.account()
    assert [account["pages"] for account in accounts.values()] == [8, 8]
    assert accounts[1]["peak_reading"] == 1
    assert accounts[1]["busy_seconds"] >= 0.8
    assert accounts[8]["peak_reading"] > 1


def test_deepseek_reads_parts_backwards_and_counts_its_marks() -> None:
    with StandIn() as server:
        assert _ask(server, [_text(), _part(PNG)])[0] == 200
        assert _ask(server, [_part(PNG), _text()])[0] == 200
        refused = _ask(server, [_text("<image>\nFree OCR."), _part(PNG)])
        late = _ask(server, [_text("<image>\nFree OCR."), _part(PNG)], stream=True)
        prompts = [seen["prompt"] for seen in server.requests()]
    assert prompts[:2] == ["<image>\nFree OCR.", "Free OCR.\n<image>"]
    assert refused[0] == 400
    assert "prompt/image embedding mismatch" in refused[1]
    assert late[0] == 200
    assert '"finish_reason": "error"' in late[1]
    assert late[1].endswith("data:[DONE]\n\n")


def test_an_older_build_wants_the_mark_in_the_text() -> None:
    with StandIn(older_build=True) as server:
        assert _ask(server, [_text("<image>\nFree OCR."), _part(PNG)])[0] == 200
        assert "Image Required" in _ask(server, [_text(), _part(PNG)])[1]


def test_deepseek_refuses_what_it_refuses_in_truth() -> None:
    with StandIn() as server:
        assert "Image Required" in _ask(server, "Free OCR.")[1]
        assert _ask(server, [_text(), _part(b"RIFF....WEBP")])[0] == 400
        assert _ask(server, [_text(), _part(PNG)], model="another")[0] == 400
        assert _ask(server, [_text(), _part(b"\x89PNG" + b"x" * 38_000_000)])[0] == 413
        status, body = _ask(server, [_text("Free OCR."), _part(PNG)], max_tokens=2)
    answer = json.loads(body)
    assert status == 200
    assert answer["choices"][0]["finish_reason"] == "stop"
    assert answer["usage"]["completion_tokens"] == 2


def test_llama_cpp_gives_boxes_only_when_the_image_comes_first() -> None:
    prompt = _text("<|grounding|>OCR this image.")
    with StandIn("llama.cpp") as server:
        assert "[[" in _ask(server, [_part(PNG), prompt])[1]
        assert "[[" not in _ask(server, [prompt, _part(PNG)])[1]
