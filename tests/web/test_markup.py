from __future__ import annotations

import html
from xml.etree.ElementTree import Element

import markdown
from hypothesis import given
from hypothesis import strategies as st
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from generator.web.markup import element, visible


def rendered(made: Element) -> str:
    """What Python-Markdown writes for a page that holds nothing but `made`."""

    class Replace(Treeprocessor):
        def run(self, root: Element) -> None:
            root[:] = [made]

    class Setter(Extension):
        def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
            md.treeprocessors.register(Replace(md), "replace", 6)

    return markdown.markdown("x", extensions=[Setter()])


# Python-Markdown strips what it returns, so texts begin and end with a letter.
TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=40).map(lambda text: f"a{text}z")


@given(TEXTS)
def test_text_appears_as_it_is(text: str) -> None:
    shown = rendered(element("p", text)).removeprefix("<p>").removesuffix("</p>")
    assert "<" not in shown
    assert html.unescape(shown) == _without_directions(text)


@given(TEXTS)
def test_attributes_hold_what_they_were_given(text: str) -> None:
    shown = rendered(element("p", attributes={"title": text})).removeprefix('<p title="').removesuffix('"></p>')
    assert '"' not in shown
    assert html.unescape(shown) == _without_directions(text)


def _without_directions(text: str) -> str:
    return "".join(
        "\ufffd" if "\u202a" <= letter <= "\u202e" or "\u2066" <= letter <= "\u2069" else letter for letter in text
    )


def test_control_characters_cannot_reach_the_later_steps() -> None:
    assert rendered(element("p", "a\x02wzxhzdk:0\x03b")) == "<p>a\ufffdwzxhzdk:0\ufffdb</p>"


def test_children_keep_their_order() -> None:
    made = element("p", "one ", element("b", "two"), " three", element("i", "four"), cls="c")
    assert rendered(made) == '<p class="c">one <b>two</b> three<i>four</i></p>'


def test_visible_folds_white_space() -> None:
    assert visible(" a\n\tb\u202ec ") == "a b\ufffdc"
