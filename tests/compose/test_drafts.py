from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.compose.drafts import DRAFTS, Outcome, Written, write
from generator.errors import ComposeError

ONE = {"index.md": "# One\n", "notes.md": "# Notes\n"}
TWO = {"index.md": "# Two\n", "notes.md": "# Notes\n"}
DIGEST, OTHER = "a" * 64, "b" * 64


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return tmp_path / "docs"


def files(docs: Path) -> dict[str, str]:
    return {
        path.relative_to(docs).as_posix(): path.read_bytes().decode()
        for path in sorted(docs.rglob("*"))
        if path.is_file()
    }


def outcomes(written: tuple[Written, ...]) -> dict[str, Outcome]:
    return {page.name: page.outcome for page in written}


def draft(digest: str, text: str) -> str:
    return f"<!-- evidence: {digest} -->\n{text}"


def test_new_pages_with_their_drafts(docs: Path) -> None:
    written = write(docs, ONE, DIGEST)
    assert outcomes(written) == {"index.md": Outcome.NEW, "notes.md": Outcome.NEW}
    assert files(docs) == {
        "index.md": "# One\n",
        "notes.md": "# Notes\n",
        f"{DRAFTS}/index.md": draft(DIGEST, "# One\n"),
        f"{DRAFTS}/notes.md": draft(DIGEST, "# Notes\n"),
    }


def test_again_changes_nothing(docs: Path) -> None:
    write(docs, ONE, DIGEST)
    before = {path: path.stat().st_mtime_ns for path in docs.rglob("*")}
    written = write(docs, ONE, DIGEST)
    assert set(outcomes(written).values()) == {Outcome.UNCHANGED}
    assert not any(page.changes for page in written)
    assert {path: path.stat().st_mtime_ns for path in docs.rglob("*")} == before


def test_an_unedited_page_is_brought_up_to_date(docs: Path) -> None:
    write(docs, ONE, DIGEST)
    assert outcomes(write(docs, TWO, OTHER)) == {"index.md": Outcome.UPDATED, "notes.md": Outcome.UNCHANGED}
    assert files(docs)["index.md"] == "# Two\n"
    assert files(docs)[f"{DRAFTS}/index.md"] == draft(OTHER, "# Two\n")
    assert files(docs)[f"{DRAFTS}/notes.md"] == draft(DIGEST, "# Notes\n")


def test_evidence_that_leaves_the_words_as_they_are_changes_nothing(docs: Path) -> None:
    write(docs, ONE, DIGEST)
    before = files(docs)
    assert not any(page.changes for page in write(docs, ONE, OTHER))
    assert files(docs) == before


def test_an_edited_page_is_never_overwritten(docs: Path) -> None:
    write(docs, ONE, DIGEST)
    (docs / "index.md").write_text("# Mine\n")
    assert outcomes(write(docs, ONE, DIGEST))["index.md"] is Outcome.KEPT
    assert outcomes(write(docs, TWO, OTHER))["index.md"] is Outcome.BESIDE
    found = files(docs)
    assert found["index.md"] == "# Mine\n"
    assert found[f"{DRAFTS}/index.md"] == draft(DIGEST, "# One\n")
    assert found[f"{DRAFTS}/index.md.new"] == draft(OTHER, "# Two\n")
    again = next(page for page in write(docs, TWO, OTHER) if page.name == "index.md")
    assert (again.outcome, again.changes) == (Outcome.BESIDE, False)


def test_a_page_that_was_there_before_any_draft_is_a_persons(docs: Path) -> None:
    docs.mkdir()
    (docs / "index.md").write_text("# Mine\n")
    assert outcomes(write(docs, ONE, DIGEST))["index.md"] is Outcome.BESIDE
    assert files(docs)["index.md"] == "# Mine\n"
    assert f"{DRAFTS}/index.md" not in files(docs)


def test_a_page_that_a_person_made_equal_to_the_draft_is_recorded(docs: Path) -> None:
    docs.mkdir()
    (docs / "index.md").write_text("# One\n")
    assert outcomes(write(docs, ONE, DIGEST))["index.md"] is Outcome.UNCHANGED
    assert files(docs)[f"{DRAFTS}/index.md"] == draft(DIGEST, "# One\n")


def test_accept_records_the_waiting_draft_and_keeps_the_page(docs: Path) -> None:
    write(docs, ONE, DIGEST)
    (docs / "index.md").write_text("# Mine\n")
    write(docs, TWO, OTHER)
    written = write(docs, TWO, OTHER, accept=frozenset({"index.md"}))
    assert outcomes(written)["index.md"] is Outcome.ACCEPTED
    found = files(docs)
    assert found["index.md"] == "# Mine\n"
    assert found[f"{DRAFTS}/index.md"] == draft(OTHER, "# Two\n")
    assert f"{DRAFTS}/index.md.new" not in found
    assert outcomes(write(docs, TWO, OTHER))["index.md"] is Outcome.KEPT


def test_accept_records_what_the_person_saw_and_lays_what_came_since_beside_it(docs: Path) -> None:
    write(docs, ONE, DIGEST)
    (docs / "index.md").write_text("# Mine\n")
    write(docs, TWO, OTHER)
    three = {**ONE, "index.md": "# Three\n"}
    written = write(docs, three, "c" * 64, accept=frozenset({"index.md"}))
    assert outcomes(written)["index.md"] is Outcome.OVERTAKEN
    found = files(docs)
    assert found["index.md"] == "# Mine\n"
    assert found[f"{DRAFTS}/index.md"] == draft(OTHER, "# Two\n")
    assert found[f"{DRAFTS}/index.md.new"] == draft("c" * 64, "# Three\n")


def test_accept_where_no_draft_waits_says_so_and_changes_nothing(docs: Path) -> None:
    write(docs, ONE, DIGEST)
    before = files(docs)
    with pytest.raises(
        ComposeError, match=r"index\.md\.new: no new draft waits for index\.md\n  help: type `explainer"
    ):
        write(docs, TWO, OTHER, accept=frozenset({"index.md"}))
    assert files(docs) == before


def test_accept_of_an_unknown_page_names_the_pages_and_changes_nothing(docs: Path) -> None:
    with pytest.raises(
        ComposeError, match=r"there is no page nowhere\.md\n  help: the pages are: index\.md, notes\.md"
    ):
        write(docs, ONE, DIGEST, accept=frozenset({"nowhere.md"}))
    assert not docs.exists()


def test_an_edit_that_is_undone_drops_the_waiting_draft(docs: Path) -> None:
    write(docs, ONE, DIGEST)
    (docs / "index.md").write_text("# Mine\n")
    write(docs, TWO, OTHER)
    (docs / "index.md").write_text("# One\n")
    assert outcomes(write(docs, TWO, OTHER))["index.md"] is Outcome.UPDATED
    assert f"{DRAFTS}/index.md.new" not in files(docs)


def test_a_deleted_page_stays_deleted_until_its_draft_goes(docs: Path) -> None:
    write(docs, ONE, DIGEST)
    (docs / "index.md").unlink()
    for pages in (ONE, TWO):
        written = write(docs, pages, OTHER)
        assert outcomes(written)["index.md"] is Outcome.DELETED
        assert "index.md" not in files(docs)
    assert not next(page for page in written if page.name == "index.md").changes
    (docs / DRAFTS / "index.md").unlink()
    assert outcomes(write(docs, TWO, OTHER))["index.md"] is Outcome.NEW


def test_line_ends_of_a_checkout_are_no_edit(docs: Path) -> None:
    write(docs, ONE, DIGEST)
    for path in (docs / "index.md", docs / DRAFTS / "index.md"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert outcomes(write(docs, ONE, DIGEST))["index.md"] is Outcome.UNCHANGED
    assert outcomes(write(docs, TWO, OTHER))["index.md"] is Outcome.UPDATED
    assert files(docs)["index.md"] == "# Two\n"


def test_pages_have_line_feeds_on_every_system(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "linesep", "\r\n")
    write(docs, ONE, DIGEST)
    assert b"\r" not in (docs / "index.md").read_bytes()


def test_dry_writes_nothing_and_says_what_would_change(docs: Path) -> None:
    assert all(page.changes for page in write(docs, ONE, DIGEST, dry=True))
    assert not docs.exists()
    write(docs, ONE, DIGEST)
    (docs / "notes.md").write_text("# Mine\n")
    before = files(docs)
    written = {page.name: page for page in write(docs, {**TWO, "notes.md": "# More\n"}, OTHER, dry=True)}
    assert (written["index.md"].outcome, written["index.md"].changes) == (Outcome.UPDATED, True)
    assert (written["notes.md"].outcome, written["notes.md"].changes) == (Outcome.BESIDE, True)
    assert files(docs) == before


def test_pages_in_folders(docs: Path) -> None:
    write(docs, {"more/deep.md": "x\n"}, DIGEST)
    assert files(docs) == {"more/deep.md": "x\n", f"{DRAFTS}/more/deep.md": draft(DIGEST, "x\n")}


def test_a_page_that_is_no_text_is_named(docs: Path) -> None:
    docs.mkdir()
    (docs / "index.md").write_bytes(b"caf\xe9")
    with pytest.raises(ComposeError, match=r"index\.md: byte 3: not UTF-8\n  help: save the file as UTF-8"):
        write(docs, ONE, DIGEST)
    assert (docs / "index.md").read_bytes() == b"caf\xe9"


def test_a_folder_in_the_page_s_place_is_named(docs: Path) -> None:
    (docs / "index.md").mkdir(parents=True)
    with pytest.raises(ComposeError, match=r"index\.md: cannot be read"):
        write(docs, ONE, DIGEST)


def test_a_full_disk_gives_a_message(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(docs, ONE, DIGEST)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ComposeError, match=r"index\.md: cannot be written: No space left on device"):
        write(docs, TWO, OTHER)
    monkeypatch.undo()
    assert files(docs)["index.md"] == "# One\n"
    assert not list(docs.rglob(".writing-*"))


class Killed(BaseException):
    """The process ends here."""


def _kill_at(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ends the process at its `number`th step of writing: before a flush to the disk, before a rename, or before a removal."""
    steps = iter(range(number + 1))

    def dying(does: Callable[..., object]) -> Callable[..., object]:
        def step(*arguments: object, **options: object) -> object:
            if next(steps, number) == number:
                raise Killed
            return does(*arguments, **options)

        return step

    monkeypatch.setattr(os, "fsync", dying(os.fsync))
    monkeypatch.setattr(Path, "replace", dying(Path.replace))


def _settled(docs: Path, pages: Mapping[str, str]) -> dict[str, str]:
    write(docs, pages, OTHER)
    write(docs, pages, OTHER)
    return files(docs)


@pytest.mark.parametrize("number", range(10))
def test_a_kill_at_any_moment_loses_nothing(number: int, docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(docs, {**ONE, "edited.md": "# Drafted\n"}, DIGEST)
    (docs / "edited.md").write_text("# Mine\n")
    fresh = {"index.md": "# Two\n", "notes.md": "# Two notes\n", "edited.md": "# Redrafted\n"}
    with monkeypatch.context() as patch:
        _kill_at(number, patch)
        with pytest.raises(Killed):
            write(docs, fresh, OTHER)
    found = files(docs)
    assert found["edited.md"] == "# Mine\n"
    assert found["index.md"] in ("# One\n", "# Two\n")
    assert found["notes.md"] in ("# Notes\n", "# Two notes\n")
    after = _settled(docs, fresh)
    assert {name: text for name, text in after.items() if not name.startswith(".")} == {
        **fresh,
        "edited.md": "# Mine\n",
    }
    assert after[f"{DRAFTS}/index.md"] == draft(OTHER, "# Two\n")
    assert after[f"{DRAFTS}/edited.md.new"] == draft(OTHER, "# Redrafted\n")
    assert not [name for name in after if ".writing-" in name]


def test_the_page_is_written_before_its_draft(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other way round, a kill between the two would make the page look edited."""
    order: list[str] = []
    replace = Path.replace

    def noted(self: Path, target: Path) -> Path:
        order.append(target.relative_to(docs).as_posix())
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", noted)
    write(docs, ONE, DIGEST)
    assert order == ["index.md", f"{DRAFTS}/index.md", "notes.md", f"{DRAFTS}/notes.md"]
