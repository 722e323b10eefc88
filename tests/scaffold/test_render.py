from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from generator import pipeline
from generator.scaffold import NewTopic, Origin
from generator.scaffold.render import TEMPLATES, render, yaml_list, yaml_text

ROOT = Path(__file__).parents[2]
LINES = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1).map(str.strip).filter(bool)
AWKWARD = [
    "no",
    "12",
    "a: b",
    "x #y",
    "'",
    '"',
    "- a",
    "{{ x }}",
    "[a, b]",
    "What is it...",
    "...",
    "é — “z”",
    "@a",
    "%a",
    "&a *b",
]


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_text_comes_back_from_yaml(text: str) -> None:
    assert yaml.safe_load(f"- {yaml_text(text)}: page.md\n") == [{text: "page.md"}]
    assert yaml.safe_load(f"title: {yaml_text(text)}\nother: 1\n") == {"title": text, "other": 1}
    assert yaml.safe_load(f"a: {yaml_list([text, text])}\n") == {"a": [text, text]}


@given(LINES)
def test_any_line_comes_back_from_yaml(text: str) -> None:
    assert yaml.safe_load(f"title: {yaml_text(text)}\nother: 1\n") == {"title": text, "other": 1}
    assert "\n" not in yaml_text(text)


def test_a_title_is_text_in_the_readme() -> None:
    title = "<b>a</b> *b* [c](d) `e` # f"
    text = render("README.md", {"topic": NewTopic(title, "toll"), "generator": Origin("x")})
    html = Markdown().convert(text).splitlines()[0]
    assert unescape(html) == f"<h1>{title}</h1>"
    assert "<b>" not in html


def test_the_site_of_a_new_project_is_configured_as_this_project_s_own() -> None:
    """One template for both, so that neither is forgotten when the theme or the plugins change."""
    topic = pipeline.load_topic(ROOT / "seeds" / "topic.yml")
    values = {"topic": NewTopic(topic.title, topic.subject), "pages": topic.pages}
    made = render("mkdocs.yml", values).splitlines()
    own = tuple(f": {path.name}" for path in (ROOT / "docs").glob("*.md") if path.name not in topic.pages.values())
    lines = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    ours = [line for line in lines if not line.endswith(own)]
    assert [line for line in made if "repo" not in line] == [line for line in ours if "repo" not in line]


@pytest.mark.parametrize("path", TEMPLATES)
def test_every_template_ends_in_one_line_feed(path: str) -> None:
    values = {
        "topic": NewTopic("Title", "toll"),
        "pages": dict.fromkeys(
            (
                "home",
                "definition",
                "allegations",
                "rebuttals",
                "open-questions",
                "positions",
                "timeline",
                "disagreements",
            ),
            "x.md",
        ),
        "schemas": ".schemas",
        "generator": Origin("-e .", local=True),
    }
    text = render(path, values)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\n\n\n" not in text
