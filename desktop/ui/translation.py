"""The language that the window speaks."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop.paths import resource

log = logging.getLogger(__name__)

ENGLISH = "en"
CHINESE = "zh_CN"
#: English is what the code has; its file has the plurals only.
LANGUAGES = (ENGLISH, CHINESE)


def install(
    app: QCoreApplication, choice: str = "", *, folder: Path | None = None
) -> tuple[QTranslator, ...]:
    """Let the program speak a language; an empty ``choice`` is the system's.

    Before any widget is made: texts that are shown stay as they are. Dates, numbers and Qt's own
    dialogs follow. A language without its file is told in the log, and English is spoken. Returns
    the translators that were installed.
    """
    language = choice if choice in LANGUAGES else spoken(QLocale.system().uiLanguages())
    if choice in LANGUAGES:
        QLocale.setDefault(QLocale(language))
    wanted = [(f"diptych_{language}", str(folder or resource("translations")))]
    if language != ENGLISH:
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        wanted.insert(0, (f"qtbase_{language}", qt))
    found = []
    for name, place in wanted:
        translator = QTranslator(app)
        if translator.load(name, place):
            app.installTranslator(translator)
            found.append(translator)
        else:
            log.warning("no translation %s in %s", name, place)
    return tuple(found)


def spoken(wanted: list[str]) -> str:
    """The first language of a list, as the system has it, that the program speaks; else English."""
    for name in wanted:
        code = name.replace("_", "-").split("-")[0].lower()
        if code == "zh":
            return CHINESE
        if code == ENGLISH:
            return ENGLISH
    return ENGLISH
