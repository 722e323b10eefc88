from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock

from generator import project
from generator.model import Correction
from tests.cli.commands import everything, run


@pytest.fixture
def written(sample: Path) -> Path:
    """The sample with its pages."""
    run(sample, "generate")
    return sample


def refused(root: Path, *arguments: str) -> str:
    before = everything(root)
    result = run(root, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert everything(root) == before
    return result.stderr


# --- rename ----------------------------------------------------------------------------------------------------------------


def test_a_renamed_source_is_renamed_everywhere_and_back(written: Path) -> None:
    before = everything(written)
    result = run(written, "rename", "orchard-wire", "@wire")
    assert result.exit_code == 0
    assert "@orchard-wire is @wire now, in " in result.stdout
    assert "  seeds/queries.yml\n" in result.stdout
    assert result.stdout.endswith("Then type: explainer generate\n")
    assert "wire" in project.load(written).sources
    assert run(written, "check").exit_code == 0
    assert not [
        name for name, data in everything(written).items() if name.startswith("docs/") and b"@orchard-wire" in data
    ]
    run(written, "rename", "wire", "orchard-wire")
    assert everything(written) == before


def test_a_page_that_a_person_edited_is_still_known_as_edited(written: Path) -> None:
    page = written / "docs" / "index.md"
    page.write_text(page.read_text(encoding="utf-8").replace("In brief", "In short"), encoding="utf-8")
    run(written, "rename", "courier", "the-courier")
    said = run(written, "generate").stdout
    assert "In short" in page.read_text(encoding="utf-8")
    assert not re.search(r"docs/index\.md: (?!kept|merged)", said)
    assert "conflict" not in said


def test_what_cannot_be_renamed(written: Path) -> None:
    assert "there is no source “courrier”" in refused(written, "rename", "courrier", "a")
    assert "the key “courier” is taken" in refused(written, "rename", "overheard", "courier")
    assert "“The One” is no key" in refused(written, "rename", "courier", "The One")


def test_nothing_is_renamed_while_pages_are_written(written: Path) -> None:
    with FileLock(written / "docs" / ".drafts" / ".lock"):
        assert "is writing these pages" in refused(written, "rename", "courier", "a")


# --- withdraw --------------------------------------------------------------------------------------------------------------


def test_a_withdrawn_source_leaves_with_its_queries_and_is_logged(written: Path) -> None:
    result = run(written, "withdraw", "orchard-wire", "--reason", "retracted by its publisher", "--date", "2031-04-04")
    assert result.exit_code == 0
    assert re.search(
        r"What still cites @orchard-wire: \d+ notes? on \d+ pages?:\n  docs/allegations\.md: ", result.stdout
    )
    assert "1 point queried in it went with it" in result.stdout
    described = project.load(written)
    assert "orchard-wire" not in described.sources
    assert described.queries == ()
    title = "Orchard Guild ‘names’ two cold stores in apple affair, cited as @orchard-wire"
    assert described.corrections == (
        Correction("2031-04-04", "retracted by its publisher", title, source="orchard-wire"),
    )
    assert "Its file is kept as seeds/.withdrawn/orchard-wire.xml" in result.stdout
    assert (written / "seeds" / ".withdrawn" / "orchard-wire.xml").is_file()
    assert not project.check_files(described)
    assert run(written, "generate").exit_code == 0
    assert run(written, "check").exit_code == 0


def test_today_is_the_day_where_none_is_given(written: Path) -> None:
    run(written, "withdraw", "overheard", "--why", "nobody knows who said it")
    (correction,) = project.load(written).corrections
    assert date.fromisoformat(correction.date).year >= 2026


def test_a_withdrawal_wants_a_reason_and_a_day_that_exists(written: Path) -> None:
    assert "'--why'" in refused(written, "withdraw", "overheard")
    wrong = refused(written, "withdraw", "overheard", "--why", "x", "--date", "2031-02-30")
    assert 'date: no such day: "2031-02-30"\n  help: ' in wrong


def test_the_last_source_can_be_withdrawn(sample: Path) -> None:
    for key in project.load(sample).sources:
        assert run(sample, "withdraw", key, "--why", "a test", "--date", "2031-04-04").exit_code == 0
    assert project.load(sample).sources == {}
    assert len(project.load(sample).corrections) == 5


# --- replace ---------------------------------------------------------------------------------------------------------------


def test_a_new_version_says_which_quotations_no_longer_match(written: Path, tmp_path: Path) -> None:
    newer = tmp_path / "newer.txt"
    old = (written / "seeds" / "courier.txt").read_text(encoding="utf-8")
    newer.write_text(old.replace("40,000", "41,000"), encoding="utf-8")
    result = run(written, "replace", "courier", str(newer))
    assert result.exit_code == 0
    assert "altered-quote  the source has “41,000" in result.stdout
    assert re.search(r"\d+ quotations? on the pages; no longer in the source: [1-9]\d*\.", result.stdout)
    described = project.load(written)
    assert described.path(described.sources["courier"]).read_bytes() == newer.read_bytes()
    assert described.sources["courier"].file == "courier.txt"
    assert (written / "seeds" / ".withdrawn" / "courier.txt").read_text(encoding="utf-8") == old
    assert not project.check_files(described)
    assert "these are the bytes that it has" in refused(written, "replace", "courier", str(newer))


def test_what_writing_the_pages_anew_mends_is_not_to_be_mended_by_hand(written: Path, tmp_path: Path) -> None:
    page = written / "docs" / "allegations.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("# ", "# Told by me: ", 1), encoding="utf-8")
    newer = tmp_path / "newer.html"
    old = (written / "seeds" / "stall-notes.html").read_text(encoding="utf-8")
    newer.write_text(old.replace("14 months", "15 months"), encoding="utf-8")
    replaced = run(written, "replace", "stall-notes", str(newer)).stdout
    checked = run(written, "check").stdout
    for said in (replaced, checked):
        assert "= help: the page is out of date" in said
        assert not re.search(r"= help: write .*15 months", said)
    assert "altered-quotation" in checked
    run(written, "generate")
    assert "15 months" not in run(written, "check").stdout


def test_a_version_that_was_written_over_the_old_one_is_pinned(written: Path) -> None:
    path = written / "seeds" / "courier.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("40,000", "41,000"), encoding="utf-8")
    assert "evidence-changed" in run(written, "check").stdout
    result = run(written, "replace", "courier", str(path))
    assert "altered-quote  the source has “41,000" in result.stdout
    assert not (written / "seeds" / ".withdrawn").exists()
    assert not project.check_files(project.load(written))


def test_a_version_in_another_format_has_another_name(written: Path, tmp_path: Path) -> None:
    page = tmp_path / "any.html"
    page.write_text("<p>Fog came to the cold stores, said Maren Holt.</p>")
    result = run(written, "replace", "overheard", str(page))
    assert "No page cites it." in result.stdout
    assert project.load(written).sources["overheard"].file == "overheard.html"
    assert not (written / "seeds" / "overheard.txt").exists()


def test_a_version_that_cannot_be_read_replaces_nothing(written: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert "the file is empty" in refused(written, "replace", "courier", str(tmp_path / "empty.txt"))
    other = str(written / "seeds" / "overheard.txt")
    assert "these are the bytes of the source “overheard”" in refused(written, "replace", "courier", other)


# --- query and correct -----------------------------------------------------------------------------------------------------


def test_a_query_is_added_below_the_others(sample: Path) -> None:
    file = sample / "seeds" / "queries.yml"
    before = file.read_text(encoding="utf-8")
    arguments = ("--ground", "it: never did", "--by", "A. Editor", "--date", "2031-05-05")
    result = run(sample, "query", "@courier", "The Food Inspectorate has not confirmed", *arguments)
    assert "Queried in seeds/queries.yml, on 2031-05-05." in result.stdout
    assert file.read_text(encoding="utf-8").startswith(before)
    query = project.load(sample).queries[-1]
    assert (query.source, query.ground, query.by, query.date) == ("courier", "it: never did", "A. Editor", "2031-05-05")
    again = refused(sample, "query", "courier", "The Food Inspectorate has not confirmed", *arguments)
    assert "was queried already, by A. Editor on 2031-05-05: it: never did" in again
    assert run(sample, "generate").exit_code == 0
    assert run(sample, "check").exit_code == 0


@pytest.mark.parametrize(
    ("key", "words", "found"),
    [
        ("courrier", "x", "there is no source “courrier”"),
        ("courier", "It says nothing of the kind", "does not have the words"),
        ("courier", "the", "stands"),
        ("courier", "The Food Inspectorate [...] has not confirmed", ""),
    ],
)
def test_words_that_cannot_be_queried(sample: Path, key: str, words: str, found: str) -> None:
    assert found in refused(sample, "query", key, words, "--ground", "x", "--by", "y", "--date", "2031-05-05")


def test_a_correction_is_logged_when_the_page_has_it(written: Path) -> None:
    page = written / "docs" / "timeline.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nThe report came *on 3 March*.\n", encoding="utf-8")
    arguments = ("--was", "on 4 March", "--why", "it was misread", "--date", "2031-05-05")
    for name in ("docs/timeline.md", r"docs\timeline.md", r".\docs\timeline.md"):
        assert run(written, "correct", name, "--is", "The report came on 3 March", *arguments).exit_code == 0
    assert run(written, "correct", "timeline.md", *arguments).exit_code == 0
    first, *_, last = project.load(written).corrections
    assert first == Correction(
        "2031-05-05", "it was misread", "on 4 March", "The report came on 3 March", "timeline.md"
    )
    assert last.now == ""
    assert "“on 9 March” does not stand on the page" in refused(
        written, "correct", "timeline.md", "--is", "on 9 March", *arguments
    )
    assert "no such page" in refused(written, "correct", "nowhere.md", *arguments)


def test_words_that_readers_would_not_find_are_refused_before_anything_is_logged(written: Path) -> None:
    page = written / "docs" / "timeline.md"
    page.write_text("# The first\n\nThe guild’s report came *on 3 March*.\n\nThe report was late.\n", encoding="utf-8")
    arguments = ("correct", "timeline.md", "--was", "on 4 March", "--why", "it was misread", "--is")
    absent = refused(written, *arguments, "report came on 9 March")
    assert "“report came on 9 March” does not stand on the page; nearest on it is “report came on 3 March”" in absent
    assert "nearest" not in refused(written, *arguments, "seventeen penguins")
    twice = refused(written, *arguments, "report")
    assert (
        "docs/timeline.md: “report” stands 2 times on the page\n  help: give in --is more of the words around" in twice
    )
    assert not (written / "seeds" / "corrections.yml").exists()


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (
            "came *on 3 March*",
            "On docs/timeline.md a mark behind “came *on 3 March*” leads there, and the entry leads back.\n",
        ),
        (
            "The first",
            "docs/timeline.md gets no mark: “The first” stands there only in a heading, a note or code.\n",
        ),
        ("", ""),
    ],
)
def test_where_readers_see_a_correction_is_told(written: Path, now: str, told: str) -> None:
    page = written / "docs" / "timeline.md"
    page.write_text("# The first\n\nThe report came *on 3 March*.\n\nThe report was late.\n", encoding="utf-8")
    said = run(
        written, "correct", "timeline.md", "--was", "x", "--why", "y", "--date", "2031-05-05", "--is", now
    ).stdout
    assert said == (
        "Logged in seeds/corrections.yml, on 2031-05-05.\n"
        f"The next build shows it on the page “Corrections” (corrections.html), to which the list of sources leads.\n{told}"
    )


def test_a_page_of_corrections_of_one_s_own(written: Path) -> None:
    (written / "docs" / "corrections.md").write_text("# Corrections\n", encoding="utf-8")
    said = run(written, "correct", "timeline.md", "--was", "x", "--why", "y").stdout
    assert "docs/corrections.md is a page of your own, so the site makes none: tell readers there.\n" in said


# --- line ends ---------------------------------------------------------------------------------------------------------------


def test_carriage_returns_stay_where_they_were(written: Path, tmp_path: Path) -> None:
    for name in ("sources.yml", "queries.yml", "topic.yml"):
        path = written / "seeds" / name
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    for path in (written / "docs").rglob("*.md"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    article = tmp_path / "dock.txt"
    article.write_bytes(b"Fogged apples again in Tarn\r\nBy Ada Reed\r\n\r\nThe fog is harmless, said Odo Fenn.\r\n")
    query = ("--ground", "x", "--by", "y", "--date", "2031-05-05")
    for command in (
        ("add", str(article)),
        ("query", "dock", "harmless", *query),
        ("rename", "orchard-wire", "wire"),
        ("withdraw", "overheard", "--why", "a test", "--date", "2031-05-05"),
    ):
        assert run(written, *command).exit_code == 0
    assert project.load(written).sources["dock"].stated("author") == "Ada Reed"
    for path in [*(written / "seeds").glob("[qst]*.yml"), *(written / "docs").glob("*.md")]:
        data = path.read_bytes()
        assert data.count(b"\r\n") == data.count(b"\n"), path.name
