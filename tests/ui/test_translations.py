"""Every text of the window can be translated, and is."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from desktop.ui import translation
from tests.ui import linguist, untranslated

_HOLES = re.compile(r"\{\w*\}|%n|%L?\d")
_KEY = re.compile(r"&(?=[^\s&])")


def test_no_text_of_the_window_is_out_of_the_translators_reach() -> None:
    # What the core says is translated from a list of its own.
    files = [file for file in linguist.sources() if file.name != "said.py"]
    found = [line for file in files for line in untranslated.complaints(file)]
    assert found == []


def test_the_check_finds_what_it_is_there_for(tmp_path: Path) -> None:
    code = tmp_path / "bad.py"
    code.write_text(
        'label.setText("Hello")\n'
        'label.setText(f"{n} pages")\n'
        'box.addButton("Go" if x else self.tr("Stop"), role)\n'
        'self.tr(f"{n} pages")\n'
        "say = QCoreApplication.translate\n"
        'tr("Context", "Text")\n'
        'self.tr("%n page(s)")\n'
        'label.setText(self.tr("fine"))\n'
        'label.setText("–")\n',
        encoding="utf-8",
    )
    lines = [line.split(":")[1] for line in untranslated.complaints(code)]
    assert lines == ["1", "2", "3", "4", "5", "6", "7"]


@pytest.fixture(scope="module")
def updated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copies of the files, brought up to date with the code."""
    folder = tmp_path_factory.mktemp("translations")
    for each in (linguist.ENGLISH, linguist.CHINESE):
        shutil.copy(linguist.FOLDER / each, folder)
    linguist.update(folder)
    return folder


@pytest.mark.parametrize("name", [linguist.ENGLISH, linguist.CHINESE])
def test_the_files_have_the_texts_of_the_code_all_of_them_translated(
    updated: Path, name: str
) -> None:
    """If not: make translations, then Qt Linguist."""
    fresh = {text.key: text for text in linguist.texts(updated / name)}
    kept = {text.key: text for text in linguist.texts(linguist.FOLDER / name)}
    assert sorted(fresh.keys() - kept.keys()) == []
    assert sorted(kept.keys() - fresh.keys()) == []
    assert [text.key for text in fresh.values() if text.state != "finished"] == []
    assert [text.key for text in fresh.values() if not all(text.translations)] == []
    assert [text.key for text in fresh.values() if not text.context] == []


@pytest.mark.parametrize("name", [linguist.ENGLISH, linguist.CHINESE])
def test_a_translation_has_what_is_filled_in_and_a_key_where_the_text_has_one(name: str) -> None:
    for text in linguist.texts(linguist.FOLDER / name):
        for form in text.translations:
            wanted, there = set(_HOLES.findall(text.source)), set(_HOLES.findall(form))
            # One of something needs no number.
            assert there == wanted or (text.plural and wanted - there == {"%n"}), text
            assert len(_KEY.findall(form)) == len(_KEY.findall(text.source)), text
            assert form.endswith("…") == text.source.endswith("…"), text


def test_english_has_a_form_for_one_and_one_for_more() -> None:
    for text in linguist.texts(linguist.FOLDER / linguist.ENGLISH):
        assert text.plural, text
        assert len(text.translations) == 2, text
        assert "(s)" not in "".join(text.translations), text


def test_a_person_hears_the_first_of_their_languages_that_is_spoken() -> None:
    assert translation.spoken(["fr-FR", "zh-Hans-CN", "en"]) == "zh_CN"
    assert translation.spoken(["zh_CN"]) == "zh_CN"
    assert translation.spoken(["en-GB", "zh-CN"]) == "en"
    assert translation.spoken(["fr"]) == "en"
    assert translation.spoken([]) == "en"


def test_the_chosen_language_is_spoken_by_qt_and_the_window(
    qapp: QApplication, tmp_path: Path
) -> None:
    linguist.release(linguist.FOLDER / linguist.CHINESE, tmp_path / "diptych_zh_CN.qm")
    before = QLocale()
    translators = translation.install(qapp, "zh_CN", folder=tmp_path)
    try:
        assert len(translators) == 2
        assert QCoreApplication.translate("SettingsDialog", "Settings") == "设置"
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    finally:
        for one in translators:
            qapp.removeTranslator(one)
        QLocale.setDefault(before)
    assert QCoreApplication.translate("SettingsDialog", "Settings") == "Settings"
