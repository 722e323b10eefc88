"""`wanted` in topic.yml: sources that would fill a gap."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import project
from generator.errors import ProjectError

TOPIC = "title: The toll\nsubject: toll\n"


def load(root: Path, more: str) -> tuple[str, ...]:
    path = root / "topic.yml"
    path.write_text(TOPIC + more, encoding="utf-8")
    return project.load_topic(path).wanted


def test_it_is_read_in_the_order_of_the_file(tmp_path: Path) -> None:
    assert load(tmp_path, "wanted:\n  - the minutes of the council\n  - the contract\n") == (
        "the minutes of the council",
        "the contract",
    )


def test_it_may_be_left_out(tmp_path: Path) -> None:
    assert load(tmp_path, "") == ()


def test_an_empty_line_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="wanted"):
        load(tmp_path, 'wanted: [""]\n')
