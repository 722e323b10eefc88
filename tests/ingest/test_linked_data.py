from __future__ import annotations

import json

import pytest

from generator.ingest import page_metadata

ARTICLE = {
    "@type": ["NewsArticle"],
    "headline": "The wall &amp; the quay",
    "author": [{"@type": "Person", "name": "Ada Reed"}, "B. Sands"],
    "datePublished": "2031-03-06T23:30:00+02:00",
    "publisher": {"@type": "Organization", "name": "The Dock"},
    "inLanguage": "en-GB",
    "mainEntityOfPage": {"@type": "WebPage", "@id": "https://dock.example/wall"},
}
STATED = {
    "title": "The wall & the quay",
    "author": "Ada Reed; B. Sands",
    "issued": "2031-03-06",
    "container-title": "The Dock",
    "language": "en-GB",
    "URL": "https://dock.example/wall",
}


def page(*data: object, head: str = "") -> str:
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(one)}</script>' for one in data)
    return f"<html><head>{head}{scripts}</head><p>Text.</p></html>"


@pytest.mark.parametrize(
    "data", [ARTICLE, [ARTICLE], {"@graph": [{"@type": "WebSite", "name": "No"}, {"x": [ARTICLE]}]}]
)
def test_an_article_is_found_wherever_the_page_nests_it(data: object) -> None:
    assert page_metadata.read(page({"@type": "BreadcrumbList"}, data)) == STATED


def test_what_the_head_states_comes_first_and_the_window_s_title_last() -> None:
    head = '<title>Window</title><meta name="author" content="C. Holt"><meta property="article:published_time" content="2030">'
    assert page_metadata.read(page(ARTICLE, head=head)) == {**STATED, "author": "C. Holt", "issued": "2030"}
    assert page_metadata.read(page({"@type": "WebPage", "headline": "No article"}, head=head))["title"] == "Window"


@pytest.mark.parametrize(
    "data",
    [
        "[" * 100_000,
        '{"@type": "NewsArticle", "headline": ["", null, 5, {"name": 7}], "author": {}, "url": "javascript:alert(1)"}',
        '{"@type": "NewsArticle", "datePublished": "soon", "inLanguage": {"name": "<b>"}}',
        "not json",
        "",
    ],
    ids=["deep", "other kinds", "no values", "no JSON", "empty"],
)
def test_what_is_of_no_use_states_nothing(data: str) -> None:
    assert page_metadata.read(f'<script type="application/ld+json">{data}</script><p>Text.</p>') == {}
