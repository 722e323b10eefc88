from __future__ import annotations

import pytest

from generator.cli.unplaced import changed_since

BASE = """\
- The Courier wrote that 40,000 crates were relabelled.[^crates]
- Sund Packers did not answer questions.[^answer]

[^crates]: @courier "40,000 crates"
[^answer]: @wire "Sund Packers did not answer questions"
"""


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "- The Courier wrote that 60,000 crates were relabelled.[^crates-2]",
            ["changed since the last draft: “60,000 crates” was “40,000 crates”"],
        ),
        ("Sund Packers did not answer questions.[^other]", ["changed since the last draft: the words that it cites"]),
        ("- The ferry to Tarn leaves at seven.[^ferry]", []),
    ],
)
def test_what_changed_in_a_statement_that_was_seen_is_told(line: str, told: list[str]) -> None:
    assert list(changed_since(line, BASE)) == told
    assert list(changed_since(line, "")) == []
