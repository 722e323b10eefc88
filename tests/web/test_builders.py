"""The same project built by three programs: the same notes, the same words, links that land."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from html.parser import HTMLParser
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import click
import pytest
import yaml

from generator.cli import site as commands
from generator.errors import ExplainerError, UsageError
from generator.export import read_site
from generator.export.citations import Carried, carried
from generator.export.site import Site
from generator.web import build_with, builders
from tests.cli.commands import run

REPOSITORY = Path(__file__).parents[2]
OTHERS = ("properdocs", "zensical")
EVIL = 'Pears </title><script>alert(1)</script> & "plums"'


@cache
def python(builder: str) -> str:
    """An interpreter that has the builder: the one that BUILDERS_PYTHON names, else this one."""
    named = os.environ.get("BUILDERS_PYTHON", sys.executable)
    found = subprocess.run([named, "-c", f"import {builder}"], capture_output=True, check=False)
    if found.returncode == 0:
        return named
    said = f'needs {builder}; type: pip install "explainer-generator[{builder}]", or name a Python that has it in BUILDERS_PYTHON'
    if os.environ.get("CI"):
        pytest.fail(said)
    pytest.skip(said)


def build(root: Path, builder: str, site: Path) -> subprocess.CompletedProcess[str]:
    named = sys.executable if builder == "mkdocs" else python(builder)
    return subprocess.run(
        [named, "-m", "generator", "-C", str(root), "build", "--builder", builder, "--site-dir", str(site)],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project with its pages, whose titles are hostile to whoever prints them."""
    root = tmp_path_factory.mktemp("built") / "a project"
    shutil.copytree(REPOSITORY / "tests" / "sample", root)
    sources = root / "seeds" / "sources.yml"
    described = yaml.safe_load(sources.read_text(encoding="utf-8"))
    entries = described.get("sources", described)
    next(iter(entries.values()))["title"] = EVIL
    sources.write_text(yaml.safe_dump(described, allow_unicode=True, sort_keys=False), encoding="utf-8")
    assert run(root, "generate").exit_code == 0
    return root


@pytest.fixture(scope="module")
def plain(project: Path) -> Site:
    done = build(project, "mkdocs", project / "with mkdocs")
    assert done.returncode == 0, done.stderr + done.stdout
    return read_site(project / "with mkdocs")


@pytest.fixture(scope="module", params=OTHERS)
def other(project: Path, request: pytest.FixtureRequest) -> tuple[Site, str]:
    """The site that another builder makes, over what an earlier build left behind; and what was printed."""
    target = project / f"with {request.param}"
    target.mkdir(exist_ok=True)
    (target / "stale.html").write_text("from an earlier build", encoding="utf-8")
    done = build(project, request.param, target)
    assert done.returncode == 0, done.stderr + done.stdout
    return read_site(target), done.stdout


def citations(site: Site) -> Mapping[str, Carried]:
    return carried((page.path, page.path.removesuffix(".html"), page.article) for page in site.pages)


class Anchors(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.scripts: list[str] = []
        self._script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.ids.add(named.get("id") or "")
        if tag == "a" and named.get("href"):
            self.links.append(named["href"] or "")
        self._script = tag == "script"

    def handle_data(self, data: str) -> None:
        if self._script:
            self.scripts.append(data)


def anchors(site: Site) -> Mapping[str, Anchors]:
    found = {}
    for page in site.pages:
        found[page.path] = Anchors()
        found[page.path].feed((site.folder / page.path).read_text(encoding="utf-8"))
    return found


def test_the_same_pages_with_the_same_notes_quoting_the_same_words(plain: Site, other: tuple[Site, str]) -> None:
    site, _ = other
    ours = citations(plain)
    assert len(ours) > 5
    assert {page.path for page in site.pages} == {page.path for page in plain.pages}
    assert citations(site) == ours
    assert all(each.quoted and each.excerpt for each in ours.values())


def test_every_link_inside_lands(other: tuple[Site, str]) -> None:
    site, _ = other
    read = anchors(site)
    dead = []
    for path, page in read.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = unquote(urljoin(path, parts.path)) if parts.path else path
            target = f"{target}index.html" if not target or target.endswith("/") else target
            file = site.folder / target
            if not file.is_file() or (parts.fragment and unquote(parts.fragment) not in read[target].ids):
                dead.append(f"{path}: {link}")
    assert not dead


def test_heads_feet_data_and_the_page_for_lost_readers_are_the_same(plain: Site, other: tuple[Site, str]) -> None:
    site, _ = other
    for name in ("claims.json", "sources.bib", "sources.csl.json", "404.html", "explainer/card.js"):
        assert (site.folder / name).read_bytes() == (plain.folder / name).read_bytes(), name
    for page in plain.pages:
        ours, theirs = (each.folder / page.path for each in (plain, site))
        for piece in (
            '<meta property="og:title"',
            "application/ld+json",
            'class="page-foot"',
            '<meta name="description"',
        ):
            lines = [
                [line.strip() for line in file.read_text("utf-8").splitlines() if piece in line]
                for file in (ours, theirs)
            ]
            assert lines[0] == lines[1], (page.path, piece)


def test_titles_cannot_end_their_element(other: tuple[Site, str]) -> None:
    site, _ = other
    scripts = [script for page in anchors(site).values() for script in page.scripts]
    assert scripts
    assert "alert(1)" not in scripts


def test_nothing_of_an_earlier_build_stays_and_no_host_is_asked(other: tuple[Site, str]) -> None:
    site, _ = other
    assert not (site.folder / "stale.html").exists()
    front = (site.folder / "index.html").read_text(encoding="utf-8")
    assert "unpkg.com" not in front
    assert "fonts.g" not in front


def test_what_zensical_loses_is_said(other: tuple[Site, str]) -> None:
    site, printed = other
    assert ("note: no plugin runs" in printed) == ("zensical" in site.folder.name)


def test_a_page_that_is_not_sound_is_built_by_none(project: Path, tmp_path: Path) -> None:
    broken = Path(shutil.copytree(project, tmp_path / "broken"))
    page = broken / "docs" / "index.md"
    page.write_text(page.read_text(encoding="utf-8") + '\nWords.[^x]\n\n[^x]: @nobody "words"\n', encoding="utf-8")
    for builder in OTHERS:
        result = run(broken, "build", "--builder", builder, "--site-dir", str(tmp_path / builder))
        assert result.exit_code == 1
        assert "The site was not built." in result.stderr
        assert not (tmp_path / builder).exists()


@pytest.mark.parametrize("builder", OTHERS)
def test_without_the_builder_the_message_names_the_extra(
    tmp_path: Path, builder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def absent(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(builders, "version", absent)
    with pytest.raises(UsageError, match=rf'pip install "explainer-generator\[{builder}\]"'):
        build_with(builder, tmp_path / "mkdocs.yml", None, lambda _root: pytest.fail("nothing is to be read"))


def test_an_older_builder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builders, "version", lambda _name: "1.6.5rc1")
    with pytest.raises(UsageError, match=r"properdocs 1\.6\.5rc1 is too old: 1\.6\.7 or newer"):
        build_with("properdocs", tmp_path / "mkdocs.yml", None, lambda _root: pytest.fail("nothing is to be read"))


def test_a_builder_that_fails_is_quoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builders, "version", lambda _name: "1.6.7")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "fails"))
    (tmp_path / "fails").write_text("#!/bin/sh\necho the page is broken\nexit 3\n", encoding="utf-8")
    (tmp_path / "fails").chmod(0o755)
    with pytest.raises(ExplainerError, match="properdocs did not build the site:\nthe page is broken"):
        build_with("properdocs", tmp_path / "mkdocs.yml", tmp_path / "site", lambda _root: pytest.fail("not read"))


def test_a_preview_is_built_by_mkdocs_alone(project: Path) -> None:
    result = run(project, "build", "--preview", "--builder", "zensical")
    assert result.exit_code == 2
    assert "leave out --builder or --preview" in result.stderr


def test_the_command_offers_the_builders_there_are() -> None:
    (option,) = (param for param in commands.build.params if param.name == "builder")
    assert isinstance(option.type, click.Choice)
    assert tuple(option.type.choices) == builders.BUILDERS
