"""Where other programs come in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator import entry_points
from generator.web import SiteData
from tests.cli.commands import run


def test_an_extension_reads_the_project_once_and_anew_after_a_change(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(sample, "generate")
    read: list[SiteData] = []
    site_data = entry_points.site_data

    def counted(root: Path) -> SiteData:
        read.append(site_data(root))
        return read[-1]

    monkeypatch.setattr(entry_points, "site_data", counted)
    first, second = (entry_points.make_extension(root=str(sample)).site()[0] for _ in range(2))
    assert first is second
    page = sample / "docs" / "index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    os.utime(page, (1, 1))
    assert dict(entry_points.make_extension(root=str(sample)).site()[0].pages)["index.md"].endswith("More.\n")
    assert len(read) == 2
