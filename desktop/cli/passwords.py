"""Passwords of encrypted documents: given, remembered for the next document, or asked for."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Callable
from typing import TypeVar

from desktop.cli.interrupts import Interrupts
from desktop.errors import Cancelled, PasswordNeeded, PasswordWrong

T = TypeVar("T")
#: How often a person may mistype.
TRIES = 3


class Passwords:
    """Opens documents with whatever password fits. Nothing is ever stored."""

    def __init__(self, given: str | None, interrupts: Interrupts) -> None:
        first = given if given is not None else os.environ.get("DIPTYCH_PASSWORD")
        self._known = [first] if first else []
        self._interrupts = interrupts
        self._can_ask = sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()

    @property
    def best(self) -> str | None:
        """The password that fitted last, or the one that was given."""
        return self._known[0] if self._known else None

    def open(self, name: str, attempt: Callable[[str | None], T]) -> T:
        """What ``attempt`` returns, given a password that fits or none.

        On a terminal the person is asked for the password of ``name``. Raises what ``attempt``
        raises, ``PasswordNeeded`` and ``PasswordWrong`` only when no password is left to try, and
        ``Cancelled`` if the person gives up.
        """
        candidates: list[str | None] = [*self._known] or [None]
        problem: PasswordNeeded | PasswordWrong = PasswordNeeded(f"{name} needs a password.")
        for password in candidates:
            try:
                return attempt(password)
            except (PasswordNeeded, PasswordWrong) as error:
                problem = error
        for _ in range(TRIES if self._can_ask else 0):
            typed = self._ask(name)
            if not typed:
                break
            try:
                opened = attempt(typed)
            except (PasswordNeeded, PasswordWrong) as error:
                problem = error
                continue
            self._known.insert(0, typed)
            return opened
        raise problem

    def _ask(self, name: str) -> str:
        try:
            with self._interrupts.asking():
                return getpass.getpass(f"Password of {name}: ", stream=sys.stderr)
        except EOFError:
            return ""
        except KeyboardInterrupt as error:
            raise Cancelled from error
