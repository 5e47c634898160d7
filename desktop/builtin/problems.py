"""What the HTTP face answers when it can't do what was asked, in OpenAI's form."""

from __future__ import annotations


class Problem(Exception):
    """A request that gets no page: HTTP ``status``, OpenAI's ``type`` and ``code``, a sentence."""

    def __init__(
        self, status: int, kind: str, code: str, message: str, parameter: str | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.kind = kind
        self.code = code
        self.message = message
        self.parameter = parameter

    def body(self) -> dict[str, object]:
        """The JSON of the answer."""
        return {
            "error": {
                "message": self.message,
                "type": self.kind,
                "param": self.parameter,
                "code": self.code,
            }
        }


def wrong_request(message: str, *, parameter: str | None = None, code: str = "invalid") -> Problem:
    """400: the request itself is wrong."""
    return Problem(400, "invalid_request_error", code, message, parameter)


def unauthorised() -> Problem:
    """401: no token, or not ours."""
    return Problem(
        401, "authentication_error", "invalid_api_key", "The bearer token is missing or wrong."
    )


def not_found(message: str, *, code: str = "not_found") -> Problem:
    """404: no such address or model."""
    return Problem(404, "invalid_request_error", code, message)


def too_large(message: str) -> Problem:
    """413: the body or the picture is larger than we take."""
    return Problem(413, "invalid_request_error", "too_large", message)


def failed(message: str) -> Problem:
    """500: the engine itself failed."""
    return Problem(500, "internal_error", "engine_failed", message)


def ending() -> Problem:
    """503: the engine was told to end while the page was being read."""
    return Problem(503, "internal_error", "engine_ending", "The engine is ending.")
