"""Golden cases: one file a case; a line `---` parts what goes in from what must come out. Lines that begin with `# ` explain."""

from __future__ import annotations

from pathlib import Path


def cases(folder: Path) -> list[Path]:
    """The case files of a folder, in the order of their names."""
    found = sorted(folder.glob("*.txt"))
    assert found, f"no cases in {folder}"
    return found


def parts(path: Path) -> tuple[str, list[str]]:
    """The input, without the comment lines above it, and the lines expected."""
    given, _, expected = path.read_text(encoding="utf-8").partition("\n---\n")
    lines = given.split("\n")
    while lines and lines[0].startswith("# "):
        lines.pop(0)
    return "\n".join(lines), [line for line in expected.splitlines() if line.strip()]
