"""A person rewrites a drafted page as prose, over the same notes; what the generator makes of it afterwards."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.commands import run

NEW = """Orchard Guild adds a charge

The Orchard Guild accused Kell Brothers on 9 March of relabelling 12,000 crates of fogged apples.

Kell Brothers denied that fogged apples were sold.
"""


def notes(page: str) -> dict[str, str]:
    return dict(re.findall(r"^\[\^(.+?)\]: (.*)$", page, re.MULTILINE))


def label(page: str, words: str) -> str:
    return next(name for name, body in notes(page).items() if body.startswith("@") and words in body)


@pytest.fixture
def prose(sample: Path) -> Path:
    """The page of allegations in a person's words: other headings, two charges in one paragraph, an answer in a box, and all else dropped."""
    run(sample, "generate")
    page = sample / "docs" / "allegations.md"
    old = page.read_text(encoding="utf-8")
    crates, stated = label(old, "40,000 crates"), label(old, "The claim is baseless")
    stalls, dates = label(old, "14 months old"), label(old, "every crate carries")
    kept = {name: notes(old)[name] for name in (crates, stalls, stated, dates)}
    page.write_text(
        "# What the growers and the stalls say\n\n"
        "## Old apples sold as new\n\n"
        f"The Guild's report of 3 March speaks of “40,000 crates”, the Courier wrote.[^{crates}] Stallholders tell the stall blog of "
        f"apples “that were 14 months old”.[^{stalls}]\n\n"
        "## What the stores answer\n\n"
        "!!! note\n\n"
        f"    Brannock calls the claim “baseless”, the Courier wrote.[^{stated}] Sund Packers, according to the Evening Page as cited by "
        f"the stall blog, said that “every crate carries its true date”.[^{dates}]\n\n"
        + "".join(f"[^{name}]: {body}\n" for name, body in kept.items()),
        encoding="utf-8",
    )
    return page


def test_prose_is_kept_and_nothing_that_was_dropped_comes_back(sample: Path, prose: Path) -> None:
    before = prose.read_bytes()
    said = run(sample, "generate")
    assert said.exit_code == 0
    assert "docs/allegations.md: kept, because edited\n" in said.stdout
    assert prose.read_bytes() == before
    assert not (sample / "docs" / ".drafts" / "allegations.md.new").exists()
    assert run(sample, "generate", "--check").exit_code == 0
    errors = [line for line in run(sample, "check").stdout.splitlines() if line.startswith("docs/allegations.md:")]
    assert not [line for line in errors if "(warning)" not in line]


def test_a_new_source_comes_in_or_is_listed_and_the_prose_stays(sample: Path, prose: Path) -> None:
    before = prose.read_text(encoding="utf-8")
    article = sample.parent / "later.txt"
    article.write_text(NEW, encoding="utf-8")
    run(sample, "add", str(article))
    said = run(sample, "generate").stdout
    after = prose.read_text(encoding="utf-8")
    waiting = sample / "docs" / ".drafts" / "allegations.md.new"
    seen = after + (waiting.read_text(encoding="utf-8") if waiting.exists() else "")
    assert "relabelling 12,000 crates of fogged apples" in seen
    assert [line for line in before.split("\n") if line not in after.split("\n")] == []
    for body in set(notes(after).values()) - set(notes(before).values()):
        assert "@later" in body or body.startswith("= "), "what the person dropped stays away"
    assert "<<<<<<<" not in after
    if waiting.exists():
        assert "found no place" in said
        assert run(sample, "generate", "--accept", "allegations.md").exit_code == 0
    assert run(sample, "generate", "--check").exit_code == 0
    assert "docs/allegations.md: kept, because edited\n" in run(sample, "generate").stdout


def test_a_withdrawn_source_is_a_conflict_in_its_sentence_alone(sample: Path, prose: Path) -> None:
    run(sample, "withdraw", "stall-notes", "--why", "the author took it back")
    page = prose.read_text(encoding="utf-8")
    if "<<<<<<<" not in page:
        run(sample, "generate")
        page = prose.read_text(encoding="utf-8")
    assert "the Courier wrote.[^" in page.partition("<<<<<<<")[0]
    assert "<<<<<<< the page: no longer holds, one sentence\nStallholders tell the stall blog" in page
    run(sample, "resolve", "allegations.md", "--theirs")
    page = prose.read_text(encoding="utf-8")
    assert "@stall-notes" not in page
    assert "Brannock calls the claim “baseless”" in page
    assert run(sample, "generate").exit_code == 0
    assert run(sample, "generate", "--check").exit_code == 0
