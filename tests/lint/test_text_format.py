"""Findings printed for people; most of it is in the golden cases."""

from __future__ import annotations

from generator.lint.text_format import WIDTH, render
from generator.model import Diagnostic, Severity


def test_nothing_to_print() -> None:
    assert render([], {}) == ""


def test_a_finding_about_a_file_and_one_on_an_unknown_page() -> None:
    findings = [
        Diagnostic("seeds/sources.yml", 0, 0, "unlisted-source", "x.txt is not listed", "list it", Severity.WARNING),
        Diagnostic("docs/a.md", 12, 3, "altered-quote", "changed"),
    ]
    assert render(findings, {}) == (
        "seeds/sources.yml: unlisted-source (warning)  x.txt is not listed\n  = help: list it\n"
        "\n"
        "docs/a.md:12:3: altered-quote  changed\n"
    )


def test_the_caret_stands_under_the_column_of_a_long_line() -> None:
    line = "".join(chr(ord("a") + n % 26) for n in range(1000))
    for column in (1, 60, 80, 500, 999, 1000, 1001):
        shown, caret = render([Diagnostic("a.md", 1, column, "rule", "m")], {"a.md": line}).splitlines()[2:4]
        at = caret.index("^")
        assert len(shown) <= WIDTH + len("1 | ……")
        assert shown[at : at + 1].strip("…") == line[column - 1 : column]


def test_nothing_that_moves_the_cursor_is_printed() -> None:
    text = render([Diagnostic("a.md", 1, 3, "rule", "a\x1b[2Jb\nc\u202e")], {"a.md": "a\tb\x07\x1b[2J\u2066"})
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert text.splitlines() == [
        "a.md:1:3: rule  a\ufffd[2Jb\ufffdc\ufffd",
        "  |",
        "1 | a b\ufffd\ufffd[2J\ufffd",
        "  |   ^",
    ]


def test_other_line_ends_and_a_byte_order_mark() -> None:
    for newline in ("\r\n", "\r", "\n"):
        page = "\ufeff" + newline.join(["one", "two"])
        assert "2 | two\n" in render([Diagnostic("a.md", 2, 1, "rule", "m")], {"a.md": page})
