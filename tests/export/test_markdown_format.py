"""The site as one Markdown file."""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest

from generator.export import markdown_format, markdown_reading
from generator.export.markdown_writing import Writer
from generator.export.tree import parse
from tests.export import sample


def text(folder: Path) -> str:
    return markdown_format.make(sample.edition(folder), "explainer.md").files["explainer.md"].decode()


@pytest.mark.parametrize(
    ("html", "written"),
    [
        ("<p>a <em>b</em> <strong> c </strong>d</p>", ["a *b* **c** d"]),
        ("<ul><li>a</li><li><p>b</p><p>c</p><ul><li>d</li></ul></li></ul>", ["- a\n- b\n\n    c\n\n    - d"]),
        ("<ol><li>a</li><li>b</li></ol>", ["1. a\n2. b"]),
        ("<blockquote><p>a</p><p>b</p></blockquote>", ["> a\n>\n> b"]),
        (
            "<table><tr><th>a|b</th></tr><tr><td>c<br>d</td><td>e</td></tr></table>",
            ["| a&#124;b |  |\n| --- | --- |\n| c d | e |"],
        ),
        ("<pre><code>a\n b</code></pre><hr>", ["    a\n     b", "---"]),
        ("<p><code>a`b</code> <code>`</code></p>", ["``a`b`` `` ` ``"]),
        ("<p># a</p><p>1. b</p><p>&lt;i&gt; [x](y) *z*</p>", [r"\# a", r"1\. b", r"&lt;i> \[x\](y) \*z\*"]),
        (
            '<p><a href="https://a.example/(b c)">d</a> <a href="#gone">e</a></p>',
            ["[d](https://a.example/%28b%20c%29) e"],
        ),
        ('<div>a<p id="here">b</p>c</div>', ["a", '<a id="here"></a>b', "c"]),
        ('<p><img alt="a *b*"><img></p>', [r"[picture: a \*b\*]"]),
    ],
)
def test_each_element_is_written_as_plain_markdown(html: str, written: list[str]) -> None:
    assert list(Writer({}, frozenset(("here",))).blocks(parse(html))) == written


def test_each_note_is_a_plain_footnote_under_the_address_of_its_statement(tmp_path: Path) -> None:
    written = text(tmp_path)
    called = re.findall(r"[^\n]\[\^([^\]]+)\](?!:)", written)
    defined = re.findall(r"^\[\^([^\]]+)\]:", written, re.MULTILINE)
    assert called == defined == ["claims#robs", "claims#open", "claims#count"]
    shown = markdown.markdown(written, extensions=["footnotes", "tables"])
    assert shown.count('class="footnote-ref"') == 3


def test_every_link_inside_has_its_place(tmp_path: Path) -> None:
    written = text(tmp_path)
    assert set(re.findall(r"\]\(#([^)]+)\)", written)) <= set(re.findall(r'<a id="([^"]+)"></a>', written))


def test_words_come_back_as_they_were_written(tmp_path: Path) -> None:
    found = markdown_reading.carried(text(tmp_path))
    assert found["claims#open"].quoted == sample.OPEN
    assert sample.OPEN in found["claims#open"].excerpt
    assert sample.WORDS in " ".join(found["claims#robs"].excerpt.split())
