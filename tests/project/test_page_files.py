from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.project import read_pages

links = pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need a privilege on Windows")


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "a.md").write_text("a")
    return docs


def test_every_ending_that_mkdocs_builds(docs: Path) -> None:
    for name in ("b.markdown", "c.mdown", "d.mkdn", "e.mkd", "f.txt", "g.MD"):
        (docs / name).write_text("x")
    assert list(read_pages(docs)) == ["a.md", "b.markdown", "c.mdown", "d.mkdn", "e.mkd"]


@links
def test_links_to_folders_are_followed_and_never_in_a_circle(docs: Path) -> None:
    (docs.parent / "other").mkdir()
    (docs.parent / "other" / "b.md").write_text("b")
    (docs / "linked").symlink_to(docs.parent / "other", target_is_directory=True)
    (docs.parent / "other" / "round").symlink_to(docs, target_is_directory=True)
    assert read_pages(docs) == {"a.md": "a", "linked/b.md": "b"}


@links
def test_a_link_that_leads_nowhere_is_named(docs: Path) -> None:
    (docs / "b.md").symlink_to(docs / "gone.md")
    with pytest.raises(UsageError, match=r"docs/b\.md: a link that leads nowhere\n  help: mend"):
        read_pages(docs)


def test_a_folder_with_a_page_s_name_is_named(docs: Path) -> None:
    (docs / "b.md").mkdir()
    with pytest.raises(UsageError, match=r"docs/b\.md: a folder with the name of a page\n  help: rename"):
        read_pages(docs)


def test_pages_and_folders_that_cannot_be_read_are_named(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: object, *_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_text", refused)
        with pytest.raises(UsageError, match=r"docs/a\.md: cannot be read: Permission denied\n  help: make"):
            read_pages(docs)
    monkeypatch.setattr(os, "scandir", refused)
    with pytest.raises(UsageError, match=r"docs/: the folder cannot be read: Permission denied\n  help: make"):
        read_pages(docs)


def test_no_folder_and_no_page_say_what_to_type(docs: Path) -> None:
    (docs / "a.md").unlink()
    with pytest.raises(UsageError, match=r"docs/: there are no pages\n  help: type: explainer generate"):
        read_pages(docs)
    docs.rmdir()
    with pytest.raises(
        UsageError, match=r"docs/: no such folder, so there are no pages\n  help: type: explainer generate"
    ):
        read_pages(docs)
