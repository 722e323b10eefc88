from __future__ import annotations

import os
import signal
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

import pytest
from filelock import FileLock

from generator.compose import drafts
from generator.compose.drafts import DRAFTS, Draft, Outcome, Written
from generator.compose.files import LOCK
from generator.errors import ComposeError

ONE = {"index.md": "# One\n", "notes.md": "# Notes\n"}
TWO = {"index.md": "# Two\n", "notes.md": "# Notes\n"}
DIGEST, OTHER = "a" * 64, "b" * 64


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return tmp_path / "docs"


def write(
    docs: Path,
    pages: Mapping[str, str],
    digest: str,
    holds: Callable[[str], bool] = lambda _: True,
    *,
    dry: bool = False,
    accept: frozenset[str] = frozenset(),
) -> tuple[Written, ...]:
    """Pages of the kind that their name says."""
    new = {name: Draft(Path(name).stem, text) for name, text in pages.items()}
    return drafts.write(docs, new, digest, holds, dry=dry, accept=accept)


def files(docs: Path) -> dict[str, str]:
    return {
        path.relative_to(docs).as_posix(): path.read_bytes().decode()
        for path in sorted(docs.rglob("*"))
        if path.is_file() and path.name != LOCK
    }


def outcomes(written: tuple[Written, ...]) -> dict[str, Outcome]:
    return {page.name: page.outcome for page in written}


def draft(digest: str, text: str, kind: str = "index") -> str:
    return f"<!-- page: {kind}; evidence: {digest}; text: {sha256(text.encode()).hexdigest()} -->\n{text}"


def page_with(*statements: str) -> str:
    """A page of statements that each cite themselves."""
    said = "\n".join(f"- They said “{words}”.[^{words.replace(' ', '-')}]" for words in statements)
    notes = "\n".join(f'[^{words.replace(" ", "-")}]: @paper "{words}"' for words in statements)
    return f"# Page\n\n## Said\n\n{said}\n\n{notes}\n"


def test_new_pages_with_their_drafts(docs: Path) -> None:
    written = write(docs, ONE, DIGEST)
    assert outcomes(written) == {"index.md": Outcome.NEW, "notes.md": Outcome.NEW}
    assert files(docs) == {
        "index.md": "# One\n",
        "notes.md": "# Notes\n",
        f"{DRAFTS}/index.md": draft(DIGEST, "# One\n"),
        f"{DRAFTS}/notes.md": draft(DIGEST, "# Notes\n", "notes"),
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
    assert files(docs)[f"{DRAFTS}/notes.md"] == draft(DIGEST, "# Notes\n", "notes")


def test_evidence_that_leaves_the_words_as_they_are_changes_nothing(docs: Path) -> None:
    write(docs, ONE, DIGEST)
    before = files(docs)
    assert not any(page.changes for page in write(docs, ONE, OTHER))
    assert files(docs) == before


def test_an_edited_page_is_merged(docs: Path) -> None:
    write(docs, {"index.md": page_with("it rains", "it snows")}, DIGEST)
    mine = page_with("it rains", "it snows").replace("They said “it rains”", "It rains, they said")
    (docs / "index.md").write_text(mine)
    assert outcomes(write(docs, {"index.md": page_with("it rains", "it snows")}, OTHER))["index.md"] is Outcome.KEPT
    fresh = page_with("it rains", "it hails", "it snows")
    (written,) = write(docs, {"index.md": fresh}, OTHER)
    assert (written.outcome, written.added, written.updated, written.removed) == (Outcome.MERGED, 1, 0, 0)
    found = files(docs)
    assert "It rains, they said.[^it-rains]\n- They said “it hails”.[^it-hails]\n- They" in found["index.md"]
    assert found[f"{DRAFTS}/index.md"] == draft(OTHER, fresh)
    (again,) = write(docs, {"index.md": fresh}, OTHER)
    assert (again.outcome, again.changes) == (Outcome.KEPT, False)


def test_a_conflict_is_marked_and_the_page_then_left_alone_until_it_is_resolved(docs: Path) -> None:
    write(docs, {"index.md": page_with("it rains")}, DIGEST)
    (docs / "index.md").write_text(page_with("it rains").replace("They said", "We say"))
    theirs = page_with("it rains").replace("They said", "The paper said")
    (written,) = write(docs, {"index.md": theirs}, OTHER)
    assert (written.outcome, written.lines) == (Outcome.CONFLICT, (5,))
    found = files(docs)
    (again,) = write(docs, {"index.md": page_with("it rains", "it hails")}, OTHER)
    assert (again.outcome, again.changes, again.lines) == (Outcome.REFUSED, False, (5,))
    assert files(docs) == found


def test_what_finds_no_place_waits_until_it_is_placed(docs: Path) -> None:
    write(docs, {"index.md": page_with("it rains")}, DIGEST)
    prose = 'A person wrote that “it rains”.[^rain]\n\n[^rain]: @paper "it rains"\n'
    (docs / "index.md").write_text(prose)
    fresh = {"index.md": page_with("it rains", "it hails")}
    (written,) = write(docs, fresh, OTHER)
    assert written.outcome is Outcome.KEPT
    assert "it hails" in written.unplaced
    assert files(docs)["index.md"] == prose
    assert '[^it-hails]: @paper "it hails"' in files(docs)[f"{DRAFTS}/index.md.new"]
    (again,) = write(docs, fresh, OTHER)
    assert ("it hails" in again.unplaced, again.changes) == (True, False)
    (docs / "index.md").write_text(prose + '\nAnd hail.[^hail]\n\n[^hail]: @paper "it hails"\n')
    (placed,) = write(docs, fresh, OTHER)
    assert placed.unplaced == ""
    assert f"{DRAFTS}/index.md.new" not in files(docs)


def test_what_finds_no_place_can_be_recorded_as_seen(docs: Path) -> None:
    write(docs, {"index.md": page_with("it rains")}, DIGEST)
    prose = 'A person wrote that “it rains”.[^rain]\n\n[^rain]: @paper "it rains"\n'
    (docs / "index.md").write_text(prose)
    write(docs, {"index.md": page_with("it rains", "it hails")}, OTHER)
    newer = {"index.md": page_with("it rains", "it hails", "it snows")}
    (written,) = write(docs, newer, OTHER, accept=frozenset({"index.md"}))
    assert "it hails" not in written.unplaced
    assert "it snows" in written.unplaced, "what came since was not seen"
    write(docs, newer, OTHER, accept=frozenset({"index.md"}))
    (last,) = write(docs, newer, OTHER)
    assert (last.outcome, last.changes, last.unplaced) == (Outcome.KEPT, False, "")
    assert files(docs)["index.md"] == prose


def test_a_renamed_page_takes_its_edits_with_it(docs: Path) -> None:
    kinds = {"claims.md": Draft("allegations", page_with("it rains", "it hails"))}
    drafts.write(docs, {"said.md": Draft("allegations", page_with("it rains"))}, DIGEST, lambda _: True)
    (docs / "said.md").write_text(page_with("it rains").replace("They said", "We say"))
    (written,) = drafts.write(docs, kinds, OTHER, lambda _: True)
    assert (written.name, written.formerly, written.outcome) == ("claims.md", "said.md", Outcome.MERGED)
    found = files(docs)
    assert sorted(found) == [f"{DRAFTS}/claims.md", "claims.md"]
    assert "We say “it rains”" in found["claims.md"]
    assert "it hails" in found["claims.md"]


def test_a_draft_that_a_merge_of_branches_put_together_drops_no_claim(docs: Path) -> None:
    write(docs, {"index.md": page_with("it rains")}, DIGEST)
    (docs / "index.md").write_text(page_with("it rains").replace("They said", "We say"))
    path = docs / DRAFTS / "index.md"
    # The draft of the other branch came in, its page did not.
    path.write_text(path.read_text().partition("\n")[0] + "\n" + page_with("it rains", "it hails"))
    (written,) = write(docs, {"index.md": page_with("it rains", "it hails")}, OTHER)
    assert (written.outcome, written.added) == (Outcome.MERGED, 1)
    assert "it hails" in files(docs)["index.md"]
    assert files(docs)[f"{DRAFTS}/index.md"] == draft(OTHER, page_with("it rains", "it hails"))


def test_two_runs_at_once(docs: Path) -> None:
    write(docs, ONE, DIGEST)
    with FileLock(docs / DRAFTS / LOCK), pytest.raises(ComposeError, match="another `explainer generate` is writing"):
        write(docs, TWO, OTHER)
    assert files(docs)["index.md"] == "# One\n"
    assert outcomes(write(docs, TWO, OTHER))["index.md"] is Outcome.UPDATED


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="this user may write everywhere")
def test_a_read_only_folder_gives_a_message(docs: Path) -> None:
    write(docs, ONE, DIGEST)
    docs.chmod(0o555)
    try:
        with pytest.raises(ComposeError, match=r"index\.md: cannot be written: Permission denied"):
            write(docs, TWO, OTHER)
    finally:
        docs.chmod(0o755)
    assert files(docs)["index.md"] == "# One\n"


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


def test_accept_records_the_whole_draft_of_a_page_that_was_there_before(docs: Path) -> None:
    docs.mkdir()
    (docs / "index.md").write_text("# Mine\n")
    write(docs, ONE, DIGEST)
    written = write(docs, ONE, DIGEST, accept=frozenset({"index.md"}))
    assert outcomes(written)["index.md"] is Outcome.ACCEPTED
    found = files(docs)
    assert found["index.md"] == "# Mine\n"
    assert found[f"{DRAFTS}/index.md"] == draft(DIGEST, "# One\n")
    assert f"{DRAFTS}/index.md.new" not in found


def test_accept_where_no_draft_waits_says_so_and_changes_nothing(docs: Path) -> None:
    write(docs, ONE, DIGEST)
    before = files(docs)
    with pytest.raises(ComposeError, match=r"index\.md\.new: nothing waits for index\.md\n  help: type `explainer"):
        write(docs, TWO, OTHER, accept=frozenset({"index.md"}))
    assert files(docs) == before


def test_accept_of_an_unknown_page_names_the_pages_and_changes_nothing(docs: Path) -> None:
    with pytest.raises(
        ComposeError, match=r"there is no page nowhere\.md\n  help: the pages are: index\.md, notes\.md"
    ):
        write(docs, ONE, DIGEST, accept=frozenset({"nowhere.md"}))
    assert not docs.exists()


def test_an_edit_that_is_undone_drops_what_waited(docs: Path) -> None:
    write(docs, {"index.md": page_with("it rains")}, DIGEST)
    (docs / "index.md").write_text("Prose.\n")
    write(docs, {"index.md": page_with("it rains", "it hails")}, OTHER)
    assert f"{DRAFTS}/index.md.new" in files(docs)
    (docs / "index.md").write_text(page_with("it rains", "it hails"))
    write(docs, {"index.md": page_with("it rains", "it hails")}, OTHER)
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
    assert files(docs)["index.md"] == "# Two\r\n", "a checkout with carriage returns keeps them"


def test_an_edited_page_keeps_its_carriage_returns(docs: Path) -> None:
    write(docs, {"index.md": page_with("it rains")}, DIGEST)
    mine = page_with("it rains").replace("They said", "We say").replace("\n", "\r\n")
    (docs / "index.md").write_bytes(mine.encode())
    write(docs, {"index.md": page_with("it rains", "it hails")}, OTHER)
    data = (docs / "index.md").read_bytes()
    assert b"We say" in data
    assert b"it hails" in data
    assert data.count(b"\n") == data.count(b"\r\n")


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
    assert (written["notes.md"].outcome, written["notes.md"].changes) == (Outcome.KEPT, True)
    assert files(docs) == before


def test_pages_in_folders(docs: Path) -> None:
    write(docs, {"more/deep.md": "x\n"}, DIGEST)
    assert files(docs) == {"more/deep.md": "x\n", f"{DRAFTS}/more/deep.md": draft(DIGEST, "x\n", "deep")}


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


def _killed_at(number: int, docs: Path, fresh: Mapping[str, str]) -> bool:
    """Whether a process that writes the pages reached its `number`th step of writing, where it was killed: before a flush to the disk or a rename."""
    child = os.fork()
    if child == 0:
        steps = iter(range(number + 1))

        def dying(does: Callable[..., object]) -> Callable[..., object]:
            def step(*arguments: object, **options: object) -> object:
                if next(steps, number) == number:
                    os.kill(os.getpid(), signal.SIGKILL)
                return does(*arguments, **options)

            return step

        os.fsync = dying(os.fsync)  # type: ignore[assignment]
        Path.replace = dying(Path.replace)  # type: ignore[assignment,method-assign]
        try:
            write(docs, fresh, OTHER)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that can be killed")
def test_a_kill_at_any_moment_loses_nothing(tmp_path: Path) -> None:
    kills = 0
    edited = page_with("it rains", "it snows").replace("They said “it rains”", "It rains, they said")
    fresh = {
        "index.md": "# Two\n",
        "notes.md": "# Two notes\n",
        "edited.md": page_with("it rains", "it hails", "it snows"),
    }
    while True:
        docs = tmp_path / str(kills)
        write(docs, {**ONE, "edited.md": page_with("it rains", "it snows")}, DIGEST)
        (docs / "edited.md").write_text(edited)
        killed = _killed_at(kills, docs, fresh)
        found = files(docs)
        assert "It rains, they said.[^it-rains]" in found["edited.md"]
        assert found["index.md"] in ("# One\n", "# Two\n")
        assert found["notes.md"] in ("# Notes\n", "# Two notes\n")
        write(docs, fresh, OTHER)
        after = files(docs)
        assert (after["index.md"], after["notes.md"]) == ("# Two\n", "# Two notes\n")
        assert after["edited.md"].count("It rains, they said.[^it-rains]\n") == 1
        assert after["edited.md"].count("- They said “it hails”.[^it-hails]\n") == 1
        assert after[f"{DRAFTS}/edited.md"] == draft(OTHER, fresh["edited.md"], "edited")
        assert not [name for name in after if ".writing-" in name]
        if not killed:
            break
        kills += 1
    assert kills == 12, "a flush and a rename for each of three pages and three drafts"


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
