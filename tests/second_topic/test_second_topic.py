"""From nothing to a site on another topic, as its first editor would go: `explainer new`, articles, `generate`, `build`."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from hashlib import sha256
from html import unescape
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from generator import pipeline
from generator.citations.scanner import scan
from generator.citations.verify import verify
from generator.cli import main
from generator.model import Citation, Derivation, Malformed, Role

HERE = Path(__file__).parent
FLAGS = (
    *("--title", "The phantom shifts of Brennhaven"),
    *("--subject", "a phantom shift"),
    *("--question", "Did Ardel Couriers record shifts that nobody worked?"),
    *("--term", "phantom shift", "--term", "phantom shifts", "--term", "time records", "--term", "training subsidies"),
    *("--party", "Transport Workers' Federation|the federation|the union=accuses"),
    *("--party", "Lena Oster|Oster=accuses", "--party", "Ines Quill|Senator Quill|Quill=accuses"),
    *("--party", "Rune Stavik|Stavik=accuses"),
    *("--party", "Ardel Couriers|Ardel=accused", "--party", "Marek Dahl|Dahl=accused"),
    *("--party", "Ministry of Labour|the ministry=accused"),
    *("--party", "Labour Inspectorate|the inspectorate", "--party", "Hanne Vik|Vik"),
)


def explainer(root: Path, *arguments: str) -> str:
    """What the command prints; anything but a clean end fails the test."""
    result = CliRunner().invoke(main, ["-C", str(root), *arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    return result.stdout


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("second")
    explainer(folder, "new", "shifts", *FLAGS)
    root = folder / "shifts"
    shutil.copytree(HERE / "articles", root / "seeds", dirs_exist_ok=True)
    with (root / "seeds" / "sources.yml").open("a", encoding="utf-8") as file:
        file.write("".join(_pinned(root / "seeds")))
    explainer(root, "generate")
    return root


def _pinned(seeds: Path) -> Iterator[str]:
    """The entries, each with the digest of its file."""
    name = ""
    for line in (HERE / "entries.yml").read_text(encoding="utf-8").splitlines(keepends=True):
        name = line.removeprefix("    file: ").strip() if line.startswith("    file: ") else name
        yield line.replace("DIGEST", sha256((seeds / name).read_bytes()).hexdigest()) if name else line


@pytest.fixture(scope="module")
def pages(project: Path) -> Mapping[str, str]:
    return pipeline.pages(project)


def plain(markdown: str) -> str:
    """Words as a reader sees them, on one line, quotation marks straight and marks of notes gone."""
    shown = re.sub(r"\[\^[^\]]*\]", "", unescape(markdown)).replace("\\", "")
    return " ".join(shown.translate(str.maketrans("“”‘’", "\"\"''")).split())


def statements(pages: Mapping[str, str], *names: str) -> list[str]:
    """The lines that make statements; notes are none."""
    lines = (line for name in names for line in pages[name].splitlines() if line and not line.startswith("[^"))
    return [plain(line) for line in lines]


def test_every_page_has_something_to_say(pages: Mapping[str, str]) -> None:
    assert sorted(pages) == [
        "allegations.md", "disagreements.md", "index.md", "open-questions.md", "rebuttals.md", "timeline.md",
        "what-is-a-phantom-shift.md", "who-says-what.md",
    ]  # fmt: skip
    for name in ("allegations.md", "rebuttals.md", "timeline.md", "who-says-what.md", "open-questions.md"):
        assert "[^" in pages[name], name


def test_the_charge_stands_with_its_accuser(pages: Mapping[str, str]) -> None:
    charge = [line for line in statements(pages, "allegations.md") if "6,200 phantom shifts" in line]
    assert charge
    assert all("Transport Workers' Federation" in line for line in charge)
    assert any("the Coastal Press Agency" in line for line in charge)


def test_the_denial_stands_as_an_answer_with_who_denies(pages: Mapping[str, str]) -> None:
    denial = [
        line
        for line in statements(pages, "allegations.md", "rebuttals.md")
        if re.search("never claimed a single hour|is false|rejected the accusation|firmly rejects", line)
    ]
    assert denial
    assert all(re.search("Ardel Couriers|the company", line) for line in denial)


def test_what_it_is_stands_on_its_page_or_the_page_says_that_nobody_says_it(pages: Mapping[str, str]) -> None:
    said = "a working period that appears in a company's time records"
    page = " ".join(statements(pages, "what-is-a-phantom-shift.md"))
    assert (said in page) != ("No source here says what it is." in page)
    assert said not in " ".join(statements(pages, "allegations.md", "rebuttals.md", "open-questions.md"))


def test_what_a_source_leaves_open_stands_among_the_open_questions(pages: Mapping[str, str]) -> None:
    opened = " ".join(statements(pages, "open-questions.md"))
    assert re.search(
        "remains an open question|not yet known whether|remains unclear what|declined to say whether|do not show how many",
        opened,
    )
    assert "decided on that" not in " ".join(statements(pages, "allegations.md"))


def test_nothing_of_the_article_beside_it_is_on_any_page(pages: Mapping[str, str]) -> None:
    whole = " ".join(pages.values())
    for word in ("bridge", "crane", "skipper", "Lindqvist", "barge", "Subscribe"):
        assert word not in whole


def test_nobody_is_said_to_have_accused_whom_no_source_has_accuse(pages: Mapping[str, str]) -> None:
    """The accused never stand as accusers of themselves, nor the inspectorate as a side."""
    for line in statements(pages, "allegations.md"):
        assert not re.match(r"- The charge: (Marek Dahl|Hanne Vik|Labour Inspectorate)\b", line.replace("*", "")), line


def test_every_citation_verifies_and_every_computation_holds(project: Path, pages: Mapping[str, str]) -> None:
    work = pipeline.study(project)
    checked = 0
    for name, markdown in pages.items():
        for note in scan(markdown, name).notes:
            assert not isinstance(note.body, Malformed), note
            if isinstance(note.body, Citation):
                assert verify(note.body, work.evidence).passes, note
            elif isinstance(note.body, Derivation):
                assert work.compute(note.body).holds, note
            checked += 1
    assert checked > 30
    cited = {n.body.key for m in pages.values() for n in scan(m, "").notes if isinstance(n.body, Citation)}
    assert cited <= set(work.evidence.sources)
    assert len(cited) > 4


def test_the_analysis_leaves_the_other_article_out(project: Path) -> None:
    passages = [p for p in pipeline.study(project).analysis.passages if p.source == "page"]
    assert {p.role for p in passages if "crane" in p.text or "skipper" in p.text} == {Role.IRRELEVANT}


def test_the_site_is_built_without_a_finding(project: Path) -> None:
    assert re.search(r"the words (?:in the notes )?match", explainer(project, "check"))
    explainer(project, "generate", "--check")
    said = explainer(project, "build")
    assert "\nThe site is built. Open " in f"\n{said}"
    site = project / "site"
    assert {path.stem for path in (site / "sources").glob("*.html")} == {
        "index", *yaml.safe_load("sources:\n" + "".join(_pinned(project / "seeds")))["sources"],
    }  # fmt: skip
    for page in site.glob("*.html"):
        assert "note-mark--invalid" not in page.read_text(encoding="utf-8"), page


def test_a_checkout_with_carriage_returns_is_current_and_sound(project: Path, tmp_path: Path) -> None:
    """As git may leave it on Windows: descriptions and pages with other line ends, the articles as they were."""
    root = Path(shutil.copytree(project, tmp_path / "with carriage returns", ignore=shutil.ignore_patterns("site")))
    for path in (root / "mkdocs.yml", *(root / "seeds").glob("*.yml"), *(root / "docs").rglob("*.md")):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    explainer(root, "generate", "--check")
    explainer(root, "check")
    explainer(root, "build")
    assert b"\r\n" in (root / "docs" / "index.md").read_bytes()
