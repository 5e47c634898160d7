"""Strings: what PDFs and models give becomes clean text, paragraphs and literal Markdown."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin

from desktop.text import clean, escape_markdown, join_lines

ANY = st.text(st.characters() | st.sampled_from("\ud800\udc00\ufffe\x02\u00ad\r\n\x0b-ﬁأ"))
RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(dollarmath_plugin)


def rendered(markdown: str) -> str:
    """The characters that a reader sees; markup of any kind is shown by its name."""
    return "".join(map(_shown, RENDERER.parse(markdown)))


def _shown(token: Token) -> str:
    if token.type in ("paragraph_open", "paragraph_close"):
        return ""
    if token.type == "inline":
        return "".join(
            {"softbreak": "\n", "text": child.content}.get(child.type, f"[{child.type}]")
            for child in token.children or []
        )
    return f"[{token.type}]"


# --- clean ---


@given(ANY)
def test_cleaning_never_raises_and_gives_encodable_normal_text(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.encode().decode() == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not any(unicodedata.category(c) == "Cc" for c in cleaned if c not in "\n\t")


@given(ANY)
def test_cleaning_clean_text_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("inter\x02", "inter-"),
        ("inter\ufffe\r\nnational", "inter-\nnational"),
        ("inter\ufffenational", "international"),
        ("Nord\x02Süd", "Nord-Süd"),
        ("1990\x021995", "1990-1995"),
        ("\ud835\udc9c + \ud835", "\U0001d49c + \ufffd"),
        ("ﬁnal oﬃce ﬂow", "final office flow"),
        ("x² ½ ① Ａ", "x² ½ ① Ａ"),
        ("Ko\u00adpie", "Kopie"),
        ("Ko\u00ad\npie", "Ko\u00ad\npie"),
        ("u\u0308ber", "über"),
        ("\ufeffone\u200btwo\x00", "onetwo"),
        ("page\x0cpage", "page\npage"),
        ("\ufee3\ufeae\ufea3\ufe92\ufe8e", "مرحبا"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_what_only_a_file_format_put_there_goes(raw: str, wanted: str) -> None:
    assert clean(raw) == wanted


# --- join_lines ---


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ([], ""),
        (["", "  "], ""),
        (["one", "two"], "one two"),
        ([" padded ", "", " lines\t"], "padded lines"),
        (["an inter-", "national treaty"], "an international treaty"),
        (["die Über-", "prüfung"], "die Überprüfung"),
        (["der Nord-", "Süd-Konflikt"], "der Nord-Süd-Konflikt"),
        (["Vor-", "und Nachteile"], "Vor- und Nachteile"),
        (["Ein-", "bzw. Ausgabe"], "Ein- bzw. Ausgabe"),
        (["two-", "and three-dimensional"], "two- and three-dimensional"),
        (["a well-", "known fact"], "a well-known fact"),
        (["her well-", "ness"], "her wellness"),
        (["so self-", "ish"], "so selfish"),
        (["state-of-the-", "art methods"], "state-of-the-art methods"),
        (["an e-", "mail"], "an e-mail"),
        (["a 16-", "bit word"], "a 16-bit word"),
        (["1990-", "1995"], "1990-1995"),
        (["1990–", "1995"], "1990–1995"),
        (["this –", "or that"], "this – or that"),
        (["this -", "or that"], "this - or that"),
        (["soft\u00ad", "ware"], "software"),
        (["Nord\u00ad", "Süd"], "NordSüd"),
        (["the rest is inter\u00ad"], "the rest is inter-"),
        (["the rest is inter-"], "the rest is inter-"),
        (["INTER-", "NATIONAL TREATY"], "INTERNATIONAL TREATY"),
        (["the IEEE-", "ISO group"], "the IEEE-ISO group"),
        (
            ["see https://example.org/long-", "name.html for"],
            "see https://example.org/long-name.html for",
        ),
        (["see https://example.org/a/", "b.html"], "see https://example.org/a/b.html"),
        (["see https://example.org/", "for details"], "see https://example.org/ for details"),
        (["https://example.org/?a=1&", "b=2"], "https://example.org/?a=1&b=2"),
        (["input/", "output"], "input/output"),
        (
            ["data sets; a data-", "set is; this data-set"],
            "data sets; a data-set is; this data-set",
        ),
        (["a runtime; the run-", "time is"], "a runtime; the runtime is"),
        (["我们使用", "这个方法"], "我们使用这个方法"),
        (["これは", "ペンです。"], "これはペンです。"),
        (["我们使用", "Python"], "我们使用 Python"),
        (["한국어", "문장"], "한국어 문장"),
        (["ภาษา", "ไทย"], "ภาษาไทย"),
        (["مرحبا", "بالعالم"], "مرحبا بالعالم"),
        (["при-", "мер"], "пример"),
    ],
)
def test_lines_become_a_paragraph(lines: list[str], wanted: str) -> None:
    assert join_lines(lines) == wanted


def test_words_of_the_document_decide_about_a_hyphen() -> None:
    lines = ["the co-", "operation"]
    assert join_lines(lines) == "the cooperation"
    assert join_lines(lines, vocabulary={"co-operation"}) == "the co-operation"
    assert join_lines(["a well-", "known"], vocabulary={"wellknown"}) == "a wellknown"


@given(st.lists(ANY))
def test_joining_never_raises_and_keeps_every_letter(lines: list[str]) -> None:
    joined = join_lines(lines)
    letters = [c for line in lines for c in line if c.isalnum()]
    assert [c for c in joined if c.isalnum()] == letters


# --- escape_markdown ---

MARKUP = st.text(st.sampled_from("\\`*_~[]<>&$|#=:+-!.)(1a é\n\"'/;xt^"), max_size=40)


@given(MARKUP | st.lists(MARKUP | ANY).map(" ".join))
def test_escaped_text_renders_as_itself(text: str) -> None:
    lines = [line.strip() for line in clean(text).replace("\t", " ").split("\n")]
    text = "\n".join(line for line in lines if line)
    assert rendered(escape_markdown(text)) == text


def test_a_number_after_other_text_in_its_line_is_left_alone() -> None:
    assert escape_markdown("1. Introduction", begins_line=False) == "1. Introduction"
    assert escape_markdown("- $a$\n- b", begins_line=False) == "- \\$a\\$\n\\- b"


@given(ANY)
def test_escaping_never_raises(text: str) -> None:
    escape_markdown(text)


@pytest.mark.parametrize(
    "text",
    [
        "A plain sentence, with (brackets), 2 * 3 = 6 and snake_case_names.",
        "a < b > c, 5 # 6, [1] and [Smith 2000]; AT&T, x^2, 50 %, 1.5",
        "C:\\dir is a path; -5 and +5 are numbers; #hash",
        "a ~ b",
    ],
)
def test_what_is_no_markup_is_left_alone(text: str) -> None:
    assert escape_markdown(text) == text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("# 1", "\\# 1"),
        ("1. Introduction", "1\\. Introduction"),
        ("2) two", "2\\) two"),
        ("- item", "\\- item"),
        ("* item", "\\* item"),
        ("> quoted", "\\> quoted"),
        ("$5 or a|b", "\\$5 or a\\|b"),
        ("*star* and `code`", "\\*star\\* and \\`code\\`"),
        ("[x](y) <b> &amp;", "[x\\](y) \\<b> \\&amp;"),
        ("[1]: http://example.org", "\\[1]: http://example.org"),
        ("Title\n---", "Title\n\\---"),
        ("a|b\n:-", "a\\|b\n\\:-"),
        ("note[^1]", "note\\[^1]"),
    ],
)
def test_what_would_be_markup_is_escaped(text: str, wanted: str) -> None:
    assert escape_markdown(text) == wanted
    assert rendered(wanted) == text
