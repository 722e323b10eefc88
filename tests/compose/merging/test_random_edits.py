"""Random edits of a page against random changes of the evidence: nothing that a person wrote is lost, and no new claim goes unseen."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.compose.merging import merge
from generator.compose.merging.parts import cite, join, note_bodies, split

WORDS = [
    "lorry",
    "dust",
    "lane",
    "quarry",
    "council",
    "permit",
    "noise",
    "school",
    "river",
    "bridge",
    "market",
    "ferry",
]


def words_of(claim: int) -> str:
    draw = random.Random(claim)
    return " ".join(draw.choices(WORDS, k=5)) + f" {claim}"


def body_of(claim: int) -> str:
    return f'@source-{claim % 3} "{words_of(claim)}"'


def draft(claims: Sequence[int], versions: Mapping[int, int], sections: Sequence[int]) -> str:
    """What a generator would write: lists, paragraphs and a table, each statement with its note."""
    lines = ["# Page", "", f"*In all {len(claims)} statements.*", ""]
    for section in sections:
        chosen = [claim for claim in claims if claim % 4 == section]
        if chosen:
            lines += [f"## Section {section}", ""]
            lines += ["| What |", "| --- |"] if section == 3 else []
            if section == 2:
                told = [f"Somebody said {versions.get(c, 0)}: “{words_of(c)}”.[^c{c}]" for c in chosen]
                lines += [line for n in range(0, len(told), 3) for line in (" ".join(told[n : n + 3]), "")]
                continue
            for claim in chosen:
                said = f"Somebody said {versions.get(claim, 0)}: “{words_of(claim)}”.[^c{claim}]"
                lines += [f"| {said} |" if section == 3 else f"- {said}"]
            lines += [""]
    lines += [f"[^c{claim}]: {body_of(claim)}" for section in sections for claim in claims if claim % 4 == section]
    return "\n".join(lines).rstrip("\n") + "\n"


def sentences(line: str) -> list[str]:
    return re.split(r"(?<=[.\]*|]) (?![a-z])", line)


def edited(page: str, steps: int, draw: random.Random) -> str:
    lines = page.split("\n")
    for step in range(steps):
        at = draw.randrange(len(lines))
        match draw.choice(["delete", "move", "edit", "sentence", "insert", "cite", "blank", "prose", "swap"]):
            case "delete":
                lines[at : at + 1] = [] if len(lines) > 1 else [""]
            case "move":
                lines.insert(draw.randrange(len(lines)), lines.pop(at))
            case "edit":
                lines[at] = f"{lines[at]} by hand {step}" if not lines[at].startswith("[^") else lines[at]
            case "sentence":
                said = sentences(lines[at])
                one = draw.randrange(len(said))
                said[one : one + draw.randrange(2)] = [f"A person says, {step}.", f"Hear, {step}."][: draw.randrange(3)]
                lines[at] = " ".join(said) if not lines[at].startswith("[^") else lines[at]
            case "insert":
                lines[at:at] = ["", f"A person wrote this, {step}.", ""]
            case "cite":
                lines[at:at] = [
                    "",
                    f"A person cites this, {step}.[^own{step}]",
                    "",
                    f"[^own{step}]: {body_of(900 + step)}",
                    "",
                ]
            case "blank":
                lines.insert(at, "")
            case "swap":
                words = lines[at].split(" ")
                draw.shuffle(words)
                lines[at] = " ".join(words) if not lines[at].startswith("[^") else lines[at]
            case _:
                end = min(len(lines), at + draw.randrange(1, 8))
                prose = [line for line in lines[at:end] if line and not line.startswith("[^")]
                lines[at:end] = ["", " ".join(prose), ""] if draw.random() < 0.3 else lines[at:end]
    return "\n".join(lines).rstrip("\n") + "\n"


@settings(max_examples=300)
@given(st.integers(0, 2**32), st.integers(0, 12))
def test_no_line_of_a_person_is_lost_and_no_new_claim_unseen(seed: int, steps: int) -> None:
    draw = random.Random(seed)
    before = sorted(draw.sample(range(40), draw.randrange(1, 14)))
    after = sorted({*draw.sample(before, draw.randrange(len(before) + 1)), *draw.sample(range(40), draw.randrange(6))})
    sections = [0, 1, 2, 3]
    base = draft(before, {}, sections)
    if draw.random() < 0.3:
        draw.shuffle(sections)
    theirs = draft(after, {claim: draw.randrange(2) for claim in after}, sections)
    mine = edited(base, steps, draw)
    merged = merge(
        base,
        mine,
        theirs,
        lambda body: cite(body).words in {cite(body_of(c)).words for c in (*after, *range(900, 920))},
    )

    kept, old = " ".join(merged.text.split()), " ".join(base.split())
    written = [" ".join(one.split()) for line in mine.split("\n") for one in sentences(line)]
    assert not [one for one in written if one not in old and one not in kept]
    seen = {cite(body) for text in (merged.text, merged.unplaced, mine) for body in note_bodies(text).values()}
    assert not [claim for claim in after if claim not in before and cite(body_of(claim)) not in seen]
    if not merged.conflicts:
        again = merge(merged.draft, merged.text, theirs, lambda _: True)
        assert (again.text, again.unplaced) == (merged.text, merged.unplaced)


@settings(max_examples=100)
@given(st.integers(0, 2**32))
def test_a_page_that_nobody_edited_becomes_the_new_draft(seed: int) -> None:
    draw = random.Random(seed)
    before, after = draw.sample(range(40), 8), draw.sample(range(40), 8)
    base, theirs = draft(sorted(before), {}, [0, 1, 2, 3]), draft(sorted(after), {}, [0, 1, 2, 3])
    merged = merge(base, base, theirs, lambda _: True)
    assert not merged.conflicts
    assert not merged.unplaced
    assert {*merged.text.split("\n")} == {*theirs.split("\n")}


@pytest.mark.parametrize("name", ["README.md", "ARCHITECTURE.md", "docs/allegations.md", "docs/timeline.md"])
def test_parts_joined_are_the_page(name: str, request: pytest.FixtureRequest) -> None:
    page = (request.config.rootpath / name).read_text(encoding="utf-8")
    assert join(split(page)) == page


@given(
    st.lists(
        st.sampled_from(
            ["# a", "- b", "  c", "", "| d |", "| - |", "```", "[^e]: f", "    g", "!!! h", "<!-- i", "-->", "j"]
        )
    )
)
def test_parts_joined_are_any_page(lines: list[str]) -> None:
    page = "\n".join(lines)
    assert join(split(page)) == page
