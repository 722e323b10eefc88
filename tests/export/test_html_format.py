"""The site as one HTML file."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from generator.export import html_format
from generator.export.tree import parse, text_of
from tests.export import sample


def page(folder: Path) -> str:
    return html_format.make(sample.edition(folder), "explainer.html").files["explainer.html"].decode()


def test_nothing_is_asked_for_outside_the_file(tmp_path: Path) -> None:
    root = parse(page(tmp_path))
    asked = [element.get("src") or "" for element in root.iter() if element.get("src")]
    asked += [element.get("href") or "" for element in root.iter("link")]
    assert asked
    assert all(address.startswith("data:") for address in asked)


def test_style_and_script_of_the_site_are_in_it_and_cannot_end_early(tmp_path: Path) -> None:
    written = page(tmp_path)
    assert ".md-typeset { color: var(--ex-ink); }" in written
    assert r'document.title += "<\/script>";' in written
    assert written.count("<script>") == written.count("</script>")


def test_every_link_inside_lands_and_every_mark_and_note_lead_to_each_other(tmp_path: Path) -> None:
    root = parse(page(tmp_path))
    ids = Counter(element.get("id") for element in root.iter() if element.get("id"))
    links = [link.get("href", "") for link in root.iter("a")]
    assert set(ids.values()) == {1}
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    assert "#claims--fn-robs" in links
    assert "#claims--fnref-robs" in links


def test_headings_stand_below_the_title_of_the_whole(tmp_path: Path) -> None:
    root = parse(page(tmp_path))
    assert [text_of(found) for found in root.iter("h1")] == ["The toll & the bridge"]
    assert "About this copy" in [text_of(found) for found in root.iter("h2")]


def test_text_of_a_source_stays_text(tmp_path: Path) -> None:
    assert 'No &lt;b&gt;date&lt;/b&gt; for a *vote* &amp; "no" plan' in page(tmp_path)
