"""What a build of a small project does, and how it fails."""

from __future__ import annotations

import json
import logging
import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from generator.errors import ExplainerError
from generator.web import build
from tests.web import sample

REPOSITORY = Path(__file__).parents[2]
ALTERED = '# Page\n\nSomething is said.[^n]\n\n[^n]: @herald "The toll robs islanders of 21 crowns a day"\n'


@pytest.fixture(autouse=True)
def _registered():  # type: ignore[no-untyped-def]
    with sample.registered():
        yield


def built(root: Path, pages: dict[str, str] | None = None) -> Path:
    return build(sample.project(root, pages), root / "site", strict=True)


def html(site: Path, page: str) -> str:
    return (site / page).read_text(encoding="utf-8")


def article(site: Path, page: str) -> str:
    return html(site, page).partition("<article")[2].partition("</article>")[0]


def run_mkdocs(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(REPOSITORY), str(sample.register(root / "registered"))])
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *arguments],
        cwd=root,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("arguments", [(), ("--strict",), ("--strict", "-q")], ids=["plain", "strict", "quiet"])
def test_mkdocs_on_its_own_fails_with_path_line_and_column(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    sample.project(tmp_path, {"index.md": ALTERED})
    run = run_mkdocs(tmp_path, *arguments)
    assert run.returncode == 1
    assert "docs/index.md:5:7: " in run.stderr
    assert "Traceback" not in run.stderr + run.stdout
    assert not (tmp_path / "site" / "index.html").exists()


def test_mkdocs_on_its_own_builds_a_sound_project(tmp_path: Path) -> None:
    sample.project(tmp_path)
    run = run_mkdocs(tmp_path, "--strict")
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "site" / "sources" / "herald.html").exists()


def test_every_error_is_listed(tmp_path: Path) -> None:
    unknown = '# Page\n\nSaid.[^n]\n\n[^n]: @heralt "The toll"\n'
    with pytest.raises(ExplainerError) as raised:
        built(tmp_path, {"index.md": ALTERED, "other.md": unknown})
    message = str(raised.value)
    assert "docs/index.md:5:" in message
    assert "docs/other.md:5:" in message
    assert "help: " in message


def test_a_link_that_leads_nowhere_fails_the_strict_build(tmp_path: Path) -> None:
    with pytest.raises(ExplainerError, match=r"missing\.md"):
        built(tmp_path, {"index.md": "# Page\n\n[gone](missing.md)\n"})


def test_a_configuration_that_cannot_be_read_is_told_without_a_traceback(tmp_path: Path) -> None:
    config = sample.project(tmp_path)
    config.write_text("site_name: [", encoding="utf-8")
    with pytest.raises(ExplainerError, match=r"mkdocs\.yml"):
        build(config)


def test_no_handler_stays_behind(tmp_path: Path) -> None:
    before = list(logging.getLogger("mkdocs").handlers)
    built(tmp_path)
    assert logging.getLogger("mkdocs").handlers == before


def test_a_preview_goes_on_and_marks_the_note(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    config = load_config(str(sample.project(tmp_path, {"index.md": ALTERED})), site_dir=str(tmp_path / "site"))
    config.plugins.on_startup(command="serve", dirty=False)
    mkdocs_build(config)
    assert "docs/index.md:5:" in caplog.text
    assert "note-mark--invalid" in html(tmp_path / "site", "index.html")


def test_warnings_fail_the_strict_build_only(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    config = sample.project(tmp_path, {"index.md": "# Page\n\n[gone](missing.md)\n"})
    build(config, tmp_path / "site")
    assert "missing.md" in caplog.text


def test_each_source_has_a_page_outside_of_navigation_and_search(tmp_path: Path) -> None:
    site = built(tmp_path)
    navigation = html(site, "index.html").partition("<nav")[2].partition("<article")[0]
    assert "sources/index.html" in navigation
    assert "sources/herald.html" not in navigation
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    locations = {entry["location"] for entry in index["docs"]}
    assert not {location for location in locations if location.startswith("sources/herald.html")}
    assert "sources/index.html" in locations


def test_notes_and_their_marks_stay_out_of_the_search_index(tmp_path: Path) -> None:
    site = built(tmp_path)
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    costs = next(entry for entry in index["docs"] if entry["location"] == "index.html#what-it-costs")
    assert costs["text"] == "<p>The union's figure is disputed.</p>"


def test_links_from_pages_in_subfolders_reach_the_words(tmp_path: Path) -> None:
    site = built(tmp_path, {"index.md": "# Home\n", "deep/er/page.md": sample.INDEX})
    (link,) = set(re.findall(r'class="note-context" href="([^"#]+)#the-toll', html(site, "deep/er/page.html")))
    assert (site / "deep" / "er" / link).resolve() == (site / "sources" / "herald.html").resolve()


def test_a_source_page_leads_back_to_each_statement(tmp_path: Path) -> None:
    site = built(tmp_path)
    page = article(site, "sources/herald.html")
    for anchor in ("fnref:robs-islanders", "fnref2:robs-islanders", "fnref:authority-denies"):
        assert f'href="../index.html#{anchor}"' in page
        assert f'id="{anchor}"' in html(site, "index.html")


def test_ids_are_unique_on_every_page(tmp_path: Path) -> None:
    overlapping = (
        "# Page\n\nOne.[^a] Two.[^b] Three.[^c]\n\n"
        '[^a]: @herald "The toll robs islanders of 12 crowns a day"\n'
        '[^b]: @herald "The toll robs islanders"\n'
        '[^c]: @herald "robs islanders of 12 crowns a day,” said Mira Voss"\n'
    )
    site = built(tmp_path, {"index.md": sample.INDEX, "page.md": overlapping})
    for page in site.rglob("*.html"):
        ids = re.findall(r'\sid="([^"]*)"', article(site, page.relative_to(site).as_posix()))
        assert len(ids) == len(set(ids)), page


def test_nothing_names_another_host_but_links(tmp_path: Path) -> None:
    site = built(tmp_path)
    for page in site.rglob("*.html"):
        assert not re.findall(r'(?:src|srcset)="(?:https?:)?//[^"]*"', html(site, page.relative_to(site).as_posix()))
        assert "unpkg.com" not in html(site, page.relative_to(site).as_posix())
    assert (site / "explainer" / "iframe-worker" / "LICENSE").exists()


def test_a_repository_is_linked_and_its_host_is_not_asked_for_figures(tmp_path: Path) -> None:
    config = sample.project(tmp_path)
    config.write_text(config.read_text(encoding="utf-8") + "repo_url: https://github.com/us/toll\n", encoding="utf-8")
    page = html(build(config, tmp_path / "site", strict=True), "index.html")
    assert '<a href="https://github.com/us/toll"' in page
    assert 'data-md-component="source"' not in page


def test_what_a_source_holds_appears_as_text(tmp_path: Path) -> None:
    hostile = (
        "# Page\n\nOne.[^a] Two.[^b] Three.[^c]\n\n"
        '[^a]: @hostile "The ferry &lt;img src=x onerror=alert(2)> sank \\{{ 7\\*7 }} times, \\[see\\](javascript:alert(3))"\n'
        '[^b]: @hostile "stays, a | b, $x$ and &lt;!-- hidden --> too"\n'
        '[^c]: @hostile "&lt;script>alert(1)&lt;/script> & \\*stars\\*"\n'
    )
    site = built(tmp_path, {"index.md": hostile})
    for page in ("index.html", "sources/hostile.html", "sources/index.html"):
        whole = html(site, page)
        assert "alert(1)</script>" not in whole
        assert "<img src=x" not in whole
        assert 'href="javascript:' not in whole
        assert "\u202e" not in whole
        assert "<!-- hidden" not in whole
    text = unescape(re.sub(r"<[^>]*>", "", article(site, "sources/hostile.html")))
    assert "<script>alert(1)</script> & *stars*" in text
    assert "sank {{ 7*7 }} times, [see](javascript:alert(3)) and `code` says." in text
    assert "A \ufffdright-to-left\ufffd line &lt;b&gt; stays, a | b, $x$ and <!-- hidden --> too." in text


def test_two_builds_of_the_same_project_are_equal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    first, second = built(tmp_path / "a"), built(tmp_path / "b")
    files = sorted(path.relative_to(first) for path in first.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(second) for path in second.rglob("*") if path.is_file())
    assert [path for path in files if (first / path).read_bytes() != (second / path).read_bytes()] == []


MARKUP = "<img src=x onerror=alert(1)>"


def test_what_the_front_matter_says_is_text_wherever_the_theme_prints_it(tmp_path: Path) -> None:
    head = f'---\ntitle: "{MARKUP} & more"\ndescription: \'"{MARKUP}\'\nsubtitle: {MARKUP}\nauthor: {MARKUP}\n---\n\n'
    site = built(tmp_path, {"index.md": f"{head}# Home\n", "page.md": f"{head}# Page\n", "<b>.md": "No heading.\n"})
    for path in sorted(site.rglob("*.html")):
        whole = html(site, path.relative_to(site).as_posix())
        assert "<img src=x" not in whole
        assert "<b>" not in whole
    for name in ("index.html", "page.html"):
        title = re.search("<title>(.*?) - The Saltholm toll</title>", html(site, name))
        assert title
        assert unescape(title[1]) == f"{MARKUP} & more"
    index = (site / "search" / "search_index.json").read_text(encoding="utf-8")
    assert "<img src=x" not in index


def test_name_and_description_of_the_site_are_text(tmp_path: Path) -> None:
    config = sample.project(tmp_path)
    named = f"site_description: '\"{MARKUP}'\n" + config.read_text(encoding="utf-8").replace(
        "site_name: The Saltholm toll", f"site_name: Toll & {MARKUP}"
    )
    config.write_text(named, encoding="utf-8")
    page = html(build(config, tmp_path / "site", strict=True), "index.html")
    assert "<img src=x" not in page
    assert f"Toll &amp; {MARKUP.replace('<', '&lt;').replace('>', '&gt;')}</title>" in page


def test_a_title_that_the_theme_took_from_the_page_keeps_its_escapes(tmp_path: Path) -> None:
    page = html(built(tmp_path, {"index.md": "# Home\n", "page.md": "# A &lt;b> & c\n"}), "page.html")
    assert "<title>A &lt;b&gt; &amp; c - " in page


@pytest.mark.parametrize("ending", ["markdown", "mdown", "mkdn", "mkd"])
def test_a_page_that_nobody_checked_stops_the_build(tmp_path: Path, ending: str) -> None:
    with pytest.raises(ExplainerError, match=rf"page\.{ending}: not valid: \[\^n\]"):
        built(tmp_path, {"index.md": sample.INDEX, f"page.{ending}": ALTERED})
    assert not (tmp_path / "site" / "index.html").exists()


def test_a_false_computation_on_a_page_that_nobody_checked_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(ExplainerError, match=r"page\.mkd: not valid: \[\^n\]"):
        built(tmp_path, {"index.md": "# Home\n", "page.mkd": "# Page\n\nSo.[^n]\n\n[^n]: = nonsense 7\n"})


def test_a_sound_page_with_another_ending_is_built(tmp_path: Path) -> None:
    site = build(sample.project(tmp_path, {"index.md": "# Home\n", "page.mkd": sample.INDEX}), tmp_path / "site")
    assert "The words match the source; whether the source is right is another matter." in html(site, "page.html")


def test_a_page_is_known_by_its_path_and_not_by_its_text(tmp_path: Path) -> None:
    same = {"index.md": "# Home\n", "a.md": sample.INDEX, "deep/a.md": sample.INDEX}
    site = built(tmp_path, same)
    assert 'class="note-context" href="sources/herald.html#' in html(site, "a.html")
    assert 'class="note-context" href="../sources/herald.html#' in html(site, "deep/a.html")


def test_the_page_for_unknown_addresses_names_no_place_that_is_not_known(tmp_path: Path) -> None:
    config = sample.project(tmp_path)
    ours = html(build(config, tmp_path / "site"), "404.html")
    assert re.findall(r'(?:href|src)="([^"]*)"', ours) == ["./"]
    config.write_text(config.read_text(encoding="utf-8") + "site_url: https://toll.example/\n", encoding="utf-8")
    assert 'href="/index.html"' in html(build(config, tmp_path / "site"), "404.html")
