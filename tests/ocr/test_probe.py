"""Finding out what answers at an address."""

from __future__ import annotations

import json
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from desktop.errors import (
    Cancelled,
    ModelMissing,
    ServerBusy,
    ServerTimeout,
    ServerUnauthorised,
    ServerUnknown,
    ServerUnreachable,
    UsageError,
)
from desktop.model.cancel import CancelToken
from desktop.model.endpoint import Endpoint, ProfileName, ServerSpec
from desktop.ocr.client import Client, Timeouts
from desktop.ocr.probe import base_url
from desktop.ocr.wire_transport import is_near, proxy_for
from tests.bed.standin import StandIn, mark
from tests.ocr.pages import MODELS, image, page


@contextmanager
def _web_server(pages: dict[str, tuple[int, str, str]]) -> Iterator[str]:
    """A web server that is no OCR server: path → status, content type, body."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, kind, body = pages.get(self.path, (404, "text/html", "<h1>Not Found</h1>"))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body.encode())))
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, format: str, *args: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize("profile", list(ProfileName))
def test_each_kind_of_server_is_recognised(profile: ProfileName) -> None:
    with StandIn(profile, parallel=3, limit=2) as server, Client() as client:
        found = client.probe(ServerSpec(server.url))
        assert found.profile is profile
        assert found.url == server.url
        assert found.model == MODELS[profile]
        assert f"127.0.0.1:{server.port}" in found.name
        client.check(found)
        assert mark(image().data) in client.recognise(found, page()).text
    own = {
        ProfileName.BUILTIN: 2,
        ProfileName.DEEPSEEK_RS: 2,
        ProfileName.VLLM: 32,
        ProfileName.LLAMA_CPP: 3,
    }
    assert found.limit == own.get(profile, found.limit)


@pytest.mark.parametrize(
    "form",
    ["{}/", "{}/v1", "{}/v1/", "{}/v1/models", "{}/v1/chat/completions", "  {}//  ", "{bare}"],
)
def test_an_address_may_be_pasted_in_any_form(form: str) -> None:
    with StandIn() as server, Client() as client:
        address = form.format(server.url, bare=f"127.0.0.1:{server.port}")
        assert client.probe(ServerSpec(address)).url == server.url


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("localhost:8000", "http://localhost:8000"),
        ("ocr.example.org/models/v1?key=1#top", "http://ocr.example.org/models"),
        ("HTTPS://OCR.Example.org/", "https://ocr.example.org"),
        ("[::1]:8000", "http://[::1]:8000"),
        ("http://[fe80::1]/v1", "http://[fe80::1]"),
    ],
)
def test_an_address_becomes_a_base_url(address: str, url: str) -> None:
    assert base_url(address) == url


@pytest.mark.parametrize(
    "address",
    ["", "   ", "ftp://server", "http://", "http://a b", "server:port", "http://[::1", "file:///etc",
     "http://name:secret@server", "http://server:99999", "http://" + "a" * 70 + ".org", "builtin"],
)  # fmt: skip
def test_what_is_no_address_is_said_to_be_none(address: str) -> None:
    with Client() as client, pytest.raises(UsageError) as caught:
        client.probe(ServerSpec(address))
    assert caught.value.advice
    assert "secret" not in str(caught.value)


def test_what_a_person_chose_wins_over_what_is_found() -> None:
    models = ("deepseek-ocr", "deepseek-ocr-q4k")
    with StandIn("vllm", models=models) as server, Client() as client:
        spec = ServerSpec(server.url, ProfileName.GENERIC, "deepseek-ocr-q4k", limit=7)
        found = client.probe(spec, token="t")
    assert found == Endpoint(
        server.url, ProfileName.GENERIC, "deepseek-ocr-q4k", 7, "t", found.name
    )


@pytest.mark.parametrize(
    ("models", "chosen"),
    [
        (("a", "deepseek-ocr-q4k", "deepseek-ocr", "deepseek-ocr-2"), "deepseek-ocr"),
        (("llama3:8b", "deepseek-ocr:3b"), "deepseek-ocr:3b"),
        (("paddleocr-vl", "qwen"), "paddleocr-vl"),
        (("only-one",), "only-one"),
    ],
)
def test_the_model_that_reads_pages_is_chosen(models: tuple[str, ...], chosen: str) -> None:
    for profile in ("deepseek-ocr.rs", "ollama"):
        with StandIn(profile, models=models) as server, Client() as client:
            assert client.probe(ServerSpec(server.url)).model == chosen


def test_a_missing_model_is_said_with_those_that_are_there() -> None:
    with StandIn("ollama", models=("llama3:8b", "qwen:7b")) as server, Client() as client:
        for wanted in ("", "deepseek-ocr"):
            with pytest.raises(ModelMissing) as caught:
                client.probe(ServerSpec(server.url, model=wanted))
            assert "llama3:8b, qwen:7b" in caught.value.advice


def test_ollama_takes_a_name_without_its_tag() -> None:
    with StandIn("ollama", models=("deepseek-ocr:latest",)) as server, Client() as client:
        found = client.probe(ServerSpec(server.url, model="deepseek-ocr"))
    assert found.model == "deepseek-ocr:latest"


def test_a_web_site_is_not_an_ocr_server() -> None:
    site = dict.fromkeys(("/", "/v1/models"), (200, "text/html", "<html>Welcome</html>"))
    for pages in (site, {}):
        with _web_server(pages) as url, Client() as client:
            with pytest.raises(ServerUnknown) as caught:
                client.probe(ServerSpec(url))
            assert "address" in caught.value.advice


@pytest.mark.parametrize(
    "body", ["[]", "null", '{"data": 5}', '{"data": [5, {"id": 3}, {}]}', "[" * 100_000, "\0"]
)
def test_odd_answers_are_no_models(body: str) -> None:
    pages = {"/v1/models": (200, "application/json", body)}
    with _web_server(pages) as url, Client() as client, pytest.raises(ServerUnknown):
        client.probe(ServerSpec(url))


def test_a_server_that_does_not_list_its_models_serves_those_who_know_one() -> None:
    with _web_server({}) as url, Client() as client:
        found = client.probe(ServerSpec(url, ProfileName.VLLM, "my-model"))
    assert (found.profile, found.model) == (ProfileName.VLLM, "my-model")


def test_old_ollama_lists_its_models_in_its_own_way() -> None:
    pages = {
        "/api/version": (200, "application/json", '{"version": "0.13.0"}'),
        "/api/tags": (200, "application/json", '{"models": [{"name": "deepseek-ocr:3b"}]}'),
    }
    with _web_server(pages) as url, Client() as client:
        found = client.probe(ServerSpec(url))
    assert (found.profile, found.model) == (ProfileName.OLLAMA, "deepseek-ocr:3b")


def test_a_server_behind_a_path_is_reached_there() -> None:
    models = json.dumps({"data": [{"id": "deepseek-ocr", "owned_by": "vllm"}]})
    pages = {"/ocr/v1/models": (200, "application/json", models)}
    with _web_server(pages) as url, Client() as client:
        found = client.probe(ServerSpec(f"{url}/ocr/v1/"))
    assert found.url == f"{url}/ocr"


def test_nobody_there_and_nobody_answering() -> None:
    with StandIn() as server:
        gone = server.url
    with Client() as client, pytest.raises(ServerUnreachable) as caught:
        client.probe(ServerSpec(gone))
    assert "running" in caught.value.advice


def test_a_wrong_token_and_a_server_that_is_loading() -> None:
    with StandIn(token="right") as server, Client() as client:
        with pytest.raises(ServerUnauthorised):
            client.probe(ServerSpec(server.url), token="wrong")
        assert client.probe(ServerSpec(server.url), token="right").token == "right"
    with (
        StandIn("llama.cpp", models_status=503) as server,
        Client() as client,
        pytest.raises(ServerBusy),
    ):
        client.probe(ServerSpec(server.url))


def test_a_silent_address_is_given_up_and_can_be_cancelled() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"127.0.0.1:{silent.getsockname()[1]}"
        with Client(timeouts=Timeouts(probe=0.2)) as client, pytest.raises(ServerTimeout):
            client.probe(ServerSpec(address))
        with Client() as client:
            token = CancelToken()
            timer = threading.Timer(0.1, token.cancel)
            timer.start()
            with pytest.raises(Cancelled):
                client.probe(ServerSpec(address), cancel=token)
            timer.join()


def test_a_proxy_is_never_asked_for_a_server_nearby(monkeypatch: pytest.MonkeyPatch) -> None:
    with StandIn() as proxy, StandIn() as server, Client() as client:
        monkeypatch.setenv("http_proxy", proxy.url)
        monkeypatch.delenv("no_proxy", raising=False)
        found = client.probe(ServerSpec(server.url))
        client.recognise(found, page())
        assert proxy.requests() == []
        assert len(server.requests()) == 1


def test_a_proxy_is_asked_for_a_server_far_away(monkeypatch: pytest.MonkeyPatch) -> None:
    # The stand-in plays the proxy and the server behind it.
    with StandIn("vllm") as proxy, Client() as client:
        monkeypatch.setenv("http_proxy", proxy.url)
        monkeypatch.delenv("no_proxy", raising=False)
        found = client.probe(ServerSpec("http://ocr.example.org:8000"))
        assert mark(image().data) in client.recognise(found, page()).text
    assert found.profile is ProfileName.VLLM


def test_what_is_near_and_what_the_environment_excepts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "proxy.example.org:3128")
    monkeypatch.setenv("no_proxy", "example.net")
    near = ("localhost", "127.0.0.1", "::1", "[::1]", "10.1.2.3", "192.168.0.9", "nas", "nas.local")
    assert all(is_near(host) for host in near)
    assert not any(is_near(host) for host in ("example.org", "8.8.8.8", "2001:4860:4860::8888"))
    assert proxy_for("https", "example.org") == "http://proxy.example.org:3128"
    assert proxy_for("https", "ocr.example.net") is None
    assert proxy_for("https", "192.168.0.9") is None


def test_a_server_with_tls_is_trusted_only_with_a_known_certificate(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
         "-nodes", "-days", "2", "-subj", "/CN=stand-in", "-addext", "subjectAltName=IP:127.0.0.1",
         "-keyout", key, "-out", certificate],
        check=True, capture_output=True,
    )  # fmt: skip
    with StandIn("vllm", certificate=str(certificate), key=str(key), seconds=0.1) as server:
        address = f"https://127.0.0.1:{server.port}"
        with Client() as client, pytest.raises(ServerUnreachable) as caught:
            client.probe(ServerSpec(address))
        assert "certificate" in caught.value.details
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        with Client() as client:
            found = client.probe(ServerSpec(address))
            assert mark(image().data) in client.recognise(found, page()).text
