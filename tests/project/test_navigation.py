from __future__ import annotations

from pathlib import Path

import pytest

from generator.project import pages_in_navigation


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nav:\n  - a.md\n  - Two: b.md\n  - Deep:\n      - c/d.md\n      - Web: https://x.example/e.md\n", ("a.md", "b.md", "c/d.md")),
        ("site_name: !ENV [NAME, x]\nnav: [a.md]\nrun: !!python/name:os.system\n", ("a.md",)),
        ("site_name: x\n", ()),
        ("nav: [a.md\n", ()),
        ("- nav\n", ()),
        ("", ()),
    ],
)  # fmt: skip
def test_pages_in_navigation(tmp_path: Path, text: str, expected: tuple[str, ...]) -> None:
    (tmp_path / "mkdocs.yml").write_text(text)
    assert pages_in_navigation(tmp_path / "mkdocs.yml") == expected
