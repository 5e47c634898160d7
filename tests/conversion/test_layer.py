"""A text layer is believed if it reads as text of any language, and not if it is garbage."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.conversion.layer import judge, odd_words
from desktop.model.document import TextLayer, TextLine
from desktop.model.geometry import Box
from tests.conversion.layers import layer, line, lines

ENGLISH = """The committee met on 12 March 2019 to discuss the budget of the coming year.
Mr. Smith (chair) said that the HTTP API and the XML files had cost $3.5m,
which was 12% more than expected; nobody objected, and the meeting closed."""
GERMAN = """Die Straßenverkehrsordnung gilt für alle Verkehrsteilnehmerinnen und -teilnehmer.
Rechtsschutzversicherungsgesellschaften übernehmen Angstschweiß und Kühlschränke nicht.
Größe, Höhe und Übermaß sind im Anhang auf Seite 17 näher beschrieben worden."""
CZECH = """Příliš žluťoučký kůň úpěl ďábelské ódy. Strč prst skrz krk. Vlk zmrzl, zhltl hrst zrn.
Všichni lidé se rodí svobodní a sobě rovní co do důstojnosti a práv. Jsou nadáni
rozumem a svědomím a mají spolu jednat v duchu bratrství, jak se patří."""
RUSSIAN = """Все люди рождаются свободными и равными в своём достоинстве и правах. Они наделены
разумом и совестью и должны поступать в отношении друг друга в духе братства.
Каждый человек должен обладать всеми правами и всеми свободами."""
GREEK = """Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα.
Είναι προικισμένοι με λογική και συνείδηση, και οφείλουν να συμπεριφέρονται
μεταξύ τους με πνεύμα αδελφοσύνης."""
CHINESE = """人人生而自由,在尊严和权利上一律平等。他们赋有理性和良心,并应以兄弟关系的精神相对待。
人人有资格享有本宣言所载的一切权利和自由,不分种族、肤色、性别、语言、宗教。"""
JAPANESE = """すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。
人間は、理性と良心とを授けられており、互いに同胞の精神をもって行動しなければならない。"""
KOREAN = """모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다. 인간은 천부적으로
이성과 양심을 부여받았으며 서로 형제애의 정신으로 행동하여야 한다. 모든 사람은 평등하다."""
ARABIC = """يولد جميع الناس أحراراً متساوين في الكرامة والحقوق. وقد وهبوا عقلاً وضميراً وعليهم
أن يعامل بعضهم بعضاً بروح الإخاء. لكل إنسان حق التمتع بكافة الحقوق والحريات."""
HINDI = """सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है।
उन्हें बुद्धि और अन्तरात्मा की देन प्राप्त है और परस्पर उन्हें भाईचारे के भाव से बर्ताव करना चाहिए।"""
THAI = """มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ ต่างมีเหตุผลและมโนธรรม
และควรปฏิบัติต่อกันด้วยเจตนารมณ์แห่งภราดรภาพ ทุกคนย่อมมีสิทธิและอิสรภาพทั้งปวง"""
CODE = """static int gpio_probe(struct platform_device *pdev) { struct gpio_priv *priv;
    priv = devm_kzalloc(&pdev->dev, sizeof(*priv), GFP_KERNEL); if (!priv) return -ENOMEM;
    platform_set_drvdata(pdev, priv); return devm_gpiochip_add_data(&pdev->dev, &priv->gc);"""
FORMULAS = """Let f : X → Y be a map with f(x) = ax2 + bx + c for all x in X, where a, b, c ∈ R.
Then (1) ∫ f dμ ≤ ‖f‖1 + λ, and f′(x) = 2ax + b. Hence the sum Σ xi yi is bounded
by M log n + O(1) as n → ∞, by Lemma 2.1 and the inequality of Cauchy."""
NUMBERS = """Total 12,345 67,890 1.5 2.5 3.5 4.5 5.5 6.5 7.5 8.5 9.5 10.5 11.5 12.5 13.5 14.5
North 1,234 5,678 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1.0 1.1 1.2 1.3 1.4 1.5 1.6 1.7
South 4,321 8,765 1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.8 1.9 2.0 2.1 2.2 2.3 2.4 2.5 2.6 2.7"""


def page(text: str) -> TextLayer:
    return layer(lines(*text.split("\n"), advance=5))


def test_every_language_and_honest_notation_is_believed() -> None:
    texts = [ENGLISH, GERMAN, CZECH, RUSSIAN, GREEK, CHINESE, JAPANESE, KOREAN, ARABIC, HINDI]
    for text in [*texts, THAI, CODE, FORMULAS, NUMBERS]:
        assert judge(page(text)).good, (text, judge(page(text)), odd_words(text))


@pytest.mark.parametrize("text", [ENGLISH, GERMAN, RUSSIAN, GREEK, CHINESE, KOREAN, ARABIC, HINDI])
def test_a_good_invisible_layer_is_believed(text: str) -> None:
    verdict = judge(replace(page(text), invisible=1.0))
    assert verdict.good
    assert "behind the page" in verdict.reason


def test_a_bad_invisible_layer_is_not_believed() -> None:
    read = """Tbc cornrn1ttee mct 0n l2 Marcb 2Ol9 t0 d1scuss tbe budgct 0f tbc c0m1ng ycar.
Mr. Sm1tb (cba1r) sa1d tbat tbe HTTPAP1 aud tbc XMLf1lcs bad c0st $3.5rn, wb1cb
~ was l2% m0re tban cxpccted; n0body 0bjccted, aud tbc mcet1ng cl0scd. | _ xxvvq"""
    assert not judge(replace(page(read), invisible=0.95)).good
    noisy = "\n".join(row.replace(" ", " | ~ ")[:90] for row in ENGLISH.split("\n"))
    assert "stray" in judge(replace(page(noisy), invisible=0.95)).reason


def shifted(text: str) -> str:
    """A layer as fonts with a private encoding give it: every character 29 places off."""
    return "".join(chr(ord(c) - 29) if ord(c) > 61 else c for c in text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (shifted(ENGLISH), "words"),
        ("".join(chr(0xE000 + ord(c) % 256) if c != "\n" else c for c in ENGLISH), "fonts"),
        ("\n".join(["(cid:12)(cid:7) (cid:102)(cid:33)"] * 6), "glyphs"),
        (GERMAN.encode().decode("cp1252", "ignore") * 2, "encoding"),
        (RUSSIAN.encode().decode("latin-1"), "encoding"),
        (ENGLISH.encode("utf-16-le")[:-1].decode("utf-16-be", "ignore"), "jumble"),
        (" ".join(ENGLISH), "letters in place of words"),
        (ENGLISH.replace(" ", ""), "no spaces"),
        ("\ufffd" * 60 + "some words are left here", "fonts"),
    ],
)
def test_garbage_is_not_believed(text: str, word: str) -> None:
    # At most 60 characters a line: all of them must stay on the page.
    flat = text.replace("\n", " ")
    verdict = judge(layer(lines(*(flat[i : i + 60] for i in range(0, len(flat), 60)), advance=5)))
    assert not verdict.good
    assert word in verdict.reason


def test_unmapped_characters_are_not_believed() -> None:
    assert judge(replace(page(ENGLISH), unmapped=0.02)).good
    assert not judge(replace(page(ENGLISH), unmapped=0.2)).good


def test_bullets_of_symbol_fonts_are_no_fault() -> None:
    rows = [f"\uf0b7 {row}" for row in ENGLISH.split("\n")]
    assert judge(layer(lines(*rows))).good


def test_a_page_with_hardly_any_text_is_not_believed() -> None:
    assert not judge(TextLayer(())).good
    assert not judge(layer(line("Page 3", 60, 300))).good


def test_a_stamp_at_the_edge_of_a_scan_is_no_text_layer() -> None:
    stamp = line("Downloaded from an archive on 12 March 2019, all rights reserved", 60, 780)
    assert "edge" in judge(layer(stamp)).reason


@given(
    st.lists(
        st.builds(TextLine, st.text(), st.just(Box(0.1, 0.4, 0.9, 0.5)), st.just(0.01)), max_size=4
    ),
    st.floats(0, 1),
    st.floats(0, 1),
)
def test_judging_never_raises(rows: list[TextLine], unmapped: float, invisible: float) -> None:
    assert judge(TextLayer(tuple(rows), unmapped, invisible)).reason.endswith(".")
