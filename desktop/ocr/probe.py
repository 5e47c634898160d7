"""What answers at an address: the kind of server, its model, how many pages it takes at once."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from desktop.errors import ModelMissing, ServerError, UsageError
from desktop.model.endpoint import BUILTIN, Endpoint, ProfileName, ServerSpec
from desktop.ocr import faults
from desktop.ocr.client_exchange import Answer
from desktop.ocr.profiles import PROFILES, Profile, Protocol

#: Asks a question: the URL, and the server's name for errors.
Ask = Callable[[str, str], Answer]

#: Paths that people paste along with an address, the longest first.
PASTED = ("/v1/chat/completions", "/v1/models", "/v1/health", "/api/chat", "/api/tags", "/v1")
#: Who says that a model is theirs, in ``owned_by``.
OWNERS = {
    "diptych": ProfileName.BUILTIN,
    "vllm": ProfileName.VLLM,
    "llamacpp": ProfileName.LLAMA_CPP,
    "deepseek-ocr": ProfileName.DEEPSEEK_RS,
    "paddleocr-vl": ProfileName.DEEPSEEK_RS,
    "dots-ocr": ProfileName.DEEPSEEK_RS,
    "glm-ocr": ProfileName.DEEPSEEK_RS,
}
#: More than this at once no server is asked to read, whatever it says.
MOST_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class _Model:
    name: str
    owner: str = ""


def base_url(address: str) -> str:
    """An address as a person may write it, as a base URL without ``/v1`` and without a last slash.

    Raises ``UsageError``.
    """
    text = address.strip()
    if "://" not in text:
        text = f"http://{text}"
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise _no_address(address, str(error)) from error
    if parts.scheme not in ("http", "https") or not host or any(c.isspace() for c in text):
        raise _no_address(address)
    if parts.username is not None or parts.password is not None:
        raise UsageError(
            "The server's address has a name or a password in it.",
            "Leave them out, and give the server's token in the settings or in the environment.",
        )
    try:
        host.encode("idna")
    except UnicodeError as error:
        raise _no_address(address, str(error)) from error
    path = parts.path.rstrip("/")
    for pasted in PASTED:
        path = path.removesuffix(pasted).rstrip("/")
    name = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{name}{f':{port}' if port else ''}{path}"


def _no_address(address: str, details: str = "") -> UsageError:
    return UsageError(
        f"“{address}” is not the address of a server.",
        "Write it like http://192.168.1.20:8000.",
        details=details,
    )


def probe(spec: ServerSpec, ask: Ask, *, token: str = "") -> Endpoint:
    """The endpoint that ``spec`` stands for; see ``Client.probe``."""
    if spec.address == BUILTIN:
        raise UsageError("The built-in engine has no address to ask.", "Start it first.")
    questions = _Questions(base_url(spec.address), ask)
    models, refusal = questions.models()
    name = spec.profile or questions.profile(models)
    if name is None:
        raise refusal
    profile = PROFILES[name]
    if not models and profile.protocol is Protocol.OLLAMA:
        models = questions.tags()
    if not models and not spec.model:
        # An address where the models can't be asked for is fine for those who know the model.
        raise refusal
    model = choose_model(spec.model, models, profile, questions.server)
    return Endpoint(
        url=questions.url,
        profile=name,
        model=model,
        limit=spec.limit or questions.limit(profile),
        token=token,
        name=f"{profile.title} at {questions.host}",
    )


class _Questions:
    """The questions to one address, each answered at most once."""

    def __init__(self, url: str, ask: Ask) -> None:
        self.url = url
        self.host = urlsplit(url).netloc
        self.server = f"the server at {self.host}"
        self._ask = ask
        self._answers: dict[str, Answer] = {}

    def _get(self, path: str) -> Answer:
        if path not in self._answers:
            self._answers[path] = self._ask(self.url + path, self.server)
        return self._answers[path]

    def _json(self, path: str) -> dict[str, Any]:
        """The JSON object at a path; empty where there is none."""
        answer = self._get(path)
        if answer.status != 200:
            return {}
        try:
            content = json.loads(answer.body)
        except (ValueError, RecursionError):
            return {}
        return content if isinstance(content, dict) else {}

    def models(self) -> tuple[list[_Model], ServerError]:
        """The models that the server has, and what to say if nothing better is found.

        Raises ``ServerError`` where it is plain that no further question helps.
        """
        answer = self._get("/v1/models")
        if answer.status in (401, 403, 429) or answer.status >= 500:
            raise faults.from_status(self.server, answer.status, answer.body)
        if answer.status != 200:
            error = faults.from_status(
                self.server, answer.status, answer.body, location=answer.location
            )
            return [], error
        return _models_in(self._json("/v1/models")), faults.not_understood(self.server, answer.body)

    def tags(self) -> list[_Model]:
        """Ollama's own list of models."""
        listed = self._json("/api/tags").get("models")
        entries = listed if isinstance(listed, list) else []
        names = [entry.get("name") for entry in entries if isinstance(entry, dict)]
        return [_Model(name) for name in names if isinstance(name, str)]

    def profile(self, models: list[_Model]) -> ProfileName | None:
        """The kind of server, first by what it says of its models, then by what only it has."""
        for model in models:
            if model.owner in OWNERS:
                return OWNERS[model.owner]
        if isinstance(self._json("/api/version").get("version"), str):
            return ProfileName.OLLAMA
        props = self._json("/props")
        if "build_info" in props or "total_slots" in props:
            return ProfileName.LLAMA_CPP
        if not models:
            return None
        if self._json("/version") and self._get("/health").status == 200:
            return ProfileName.VLLM
        health = self._get("/v1/health")
        if health.status == 200 and health.body.strip() == b"ok":
            return ProfileName.DEEPSEEK_RS
        return ProfileName.GENERIC

    def limit(self, profile: Profile) -> int:
        """How many pages at once: what the server says of itself, else what its kind takes."""
        said: object = None
        if profile.name is ProfileName.BUILTIN:
            said = self._json("/v1/health").get("limit")
        elif profile.name is ProfileName.LLAMA_CPP:
            said = self._json("/props").get("total_slots")
        if isinstance(said, int) and not isinstance(said, bool) and said > 0:
            return min(said, MOST_AT_ONCE)
        return profile.limit


def _models_in(content: dict[str, Any]) -> list[_Model]:
    listed = content.get("data")
    models = []
    for entry in listed if isinstance(listed, list) else []:
        if isinstance(entry, dict) and isinstance(entry.get("id"), str):
            owner = entry.get("owned_by")
            models.append(_Model(entry["id"], owner if isinstance(owner, str) else ""))
    return models


def choose_model(wanted: str, models: list[_Model], profile: Profile, server: str) -> str:
    """The model to ask for: the wanted one if the server has it, else the one that reads pages.

    Raises ``ModelMissing``.
    """
    names = [model.name for model in models]
    if wanted:
        # Ollama leaves out the tag “latest”; llama.cpp takes any name for its one model.
        for name in (wanted, f"{wanted}:latest"):
            if name in names:
                return name
        if not names or profile.name is ProfileName.LLAMA_CPP:
            return wanted
        raise ModelMissing(
            faults.sentence(f"{server} does not have the model “{wanted}”."),
            f"Choose one of its models: {_listed(names)}.",
        )
    readers = [name for name in names if "ocr" in name.lower()]
    preferred = [name for name in readers if "deepseek-ocr" in name.lower()] or readers
    # The plain name comes before its smaller variants (-q4k) and its successors.
    if preferred:
        return min(preferred, key=len)
    if len(names) == 1:
        return names[0]
    raise ModelMissing(
        faults.sentence(f"{server} has several models, and none is known to read pages."),
        f"Name the one to use: {_listed(names)}.",
    )


def _listed(names: list[str]) -> str:
    return ", ".join(names[:8]) + (" …" if len(names) > 8 else "")
