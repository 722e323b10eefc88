from __future__ import annotations

import pytest

from generator.citations.places import places


def marked(words: str, markdown: str) -> str:
    """The page with a + at each place."""
    lines = markdown.split("\n")
    for place in sorted(places(words, markdown), reverse=True):
        line = lines[place.line - 1]
        lines[place.line - 1] = f"{line[: place.column - 1]}+{line[place.column - 1 :]}"
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("24 crates", "It counted 24 crates+ of apples."),
        ("24 crates", "It counted 24 crates+"),
        ("24 crates", 'It counted 24 crates[^a]+ in all.\n\n[^a]: @dock "24 crates"'),
        ("24 crates", "It counted 24 crates+.[^a] Then 25."),
        ("It counted 24 crates.", "It counted 24 crates.[^a]+ Then 25."),
        ("counted 24 crates", "It *counted* **24 crates**+ of apples."),
        ("counted *24 crates*", "It counted *24 crates*+ of apples."),
        ("“24 crates”", 'It counted "24 crates"+ of apples.'),
        ("24 crates", "It [counted 24 crates of apples](x.md)+ in all."),
        ("24 crates", "It [counted 24 crates](x.md)+ in all."),
        ("24 crates", "| who | what |\n|---|---|\n| Dock | 24 crates[^a]+ |"),
        ("24 crates", "- one\n- 24 crates+\n- three"),
        ("24 crates", "It counted 24\ncrates+ of apples."),
        ("24 crates", "It counted 24 crates+\nof apples."),
        ("a*b", "It says a\\*b+ here."),
        ("24 crates", "---\ntitle: 24 crates\n---\n\nIt counted 24 crates+."),
        ("24 crates", "24 crates+ and 24 crates+."),
        ("24 crates", '## 24 crates\n\n`24 crates` and 124 crates\n\n[^a]: @dock "24 crates"'),
        ("24 crates", "> It counted 24 crates+ of apples."),
        ("24 crates", '!!! note "24 crates"\n\n    No others.'),
    ],
)
def test_behind_the_words_and_what_marks_them(words: str, page: str) -> None:
    assert marked(words, page.replace("+", "")) == page
