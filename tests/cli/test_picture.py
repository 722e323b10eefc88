from __future__ import annotations

from pathlib import Path

import pytest

from generator.web import picture
from tests.cli.commands import run


def test_the_picture_is_put_into_docs(sample: Path) -> None:
    pytest.importorskip("PIL", reason="needs the extra “picture”")
    done = run(sample, "picture")
    assert done.exit_code == 0
    assert done.stdout.startswith("docs/social.png: 1200 x 630 pixels, ")
    assert (sample / "docs" / picture.FILE).read_bytes().startswith(b"\x89PNG")


def test_what_is_missing_is_said_and_nothing_is_written(sample: Path) -> None:
    pytest.importorskip("PIL", reason="needs the extra “picture”")
    done = run(sample, "picture", "--font", "none.ttf")
    assert done.exit_code == 2
    assert "none.ttf: no font that can be read" in done.stderr
    assert not (sample / "docs" / picture.FILE).exists()
