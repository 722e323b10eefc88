"""Reading HTML into elements and writing it again."""

from __future__ import annotations

import pytest

from generator.export.tree import line_of, parse, remove, text_of, to_html, to_xhtml


@pytest.mark.parametrize(
    ("written", "html", "xhtml"),
    [
        ("a<br>b", "<div>a<br>b</div>", "<div>a<br />b</div>"),
        ("<a></a>b", "<div><a></a>b</div>", "<div><a />b</div>"),
        ("<p>a</b>c</p>d", "<div><p>ac</p>d</div>", "<div><p>ac</p>d</div>"),
        ("<p>a<b>c</p>d", "<div><p>a<b>c</b></p>d</div>", "<div><p>a<b>c</b></p>d</div>"),
        ("&lt;b&gt; &amp;amp;", "<div>&lt;b&gt; &amp;amp;</div>", "<div>&lt;b&gt; &amp;amp;</div>"),
        ('<svg viewBox="0 0"><a Xy="1"/>t</svg>', *['<div><svg viewBox="0 0"><a Xy="1"{}t</svg></div>'] * 2),
    ],
)
def test_what_is_read_is_written_as_the_same_page(written: str, html: str, xhtml: str) -> None:
    assert to_html(parse(written)) == html.replace("{}", "></a>")
    assert to_xhtml(parse(written)) == xhtml.replace("{}", " />")


def test_in_xml_every_element_may_close_where_it_opens() -> None:
    assert [child.tag for child in parse("<p/><i>a</i>", xml=True)] == ["p", "i"]


def test_what_is_taken_out_leaves_the_text_after_it() -> None:
    root = parse("a<i>b</i> c<p>d</p><i>e</i> f")
    remove(root, lambda element: element.tag == "i")
    assert to_html(root) == "<div>a c<p>d</p> f</div>"


def test_an_element_is_written_without_what_stands_after_it_and_keeps_it() -> None:
    first = parse("<i>a</i>b")[0]
    assert to_html(first) == "<i>a</i>"
    assert first.tail == "b"


def test_text_of_an_element() -> None:
    root = parse("a <b> c\n d</b>")
    assert (text_of(root), line_of(root)) == ("a  c\n d", "a c d")
