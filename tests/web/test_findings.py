from __future__ import annotations

from generator.model import Diagnostic, Severity
from generator.web.findings import box

ALTERED = Diagnostic("docs/page.md", 5, 7, "altered-quote", "has <b>", "write “a” & “b”")
WARNED = Diagnostic("docs/page.md", 9, 1, "one-source", "one source", "", Severity.WARNING)
CHANGED = Diagnostic("seeds/sources.yml", 3, 1, "evidence-changed", "differs", "")
STRAY = Diagnostic("seeds/stray.txt", 0, 0, "unlisted-source", "no entry", "", Severity.WARNING)


def test_a_page_shows_its_own_findings_and_the_errors_of_the_evidence() -> None:
    shown = box([ALTERED, CHANGED, STRAY], "page.md", drafted=False)
    assert (
        "<code>docs/page.md:5:7</code> <strong>altered-quote</strong> has &lt;b&gt;<br>help: write “a” &amp; “b”"
        in shown
    )
    assert "<code>seeds/sources.yml:3:1</code>" in shown
    assert "unlisted-source" not in shown
    assert "To be mended before the site can be built:" in shown
    other = box([ALTERED, CHANGED], "other.md", drafted=False)
    assert "altered-quote" not in other
    assert "evidence-changed" in other


def test_warnings_refuse_nothing() -> None:
    shown = box([WARNED], "page.md", drafted=False)
    assert "one source" in shown
    assert "To be mended" not in shown


def test_a_page_that_nobody_has_written_yet_says_so() -> None:
    assert "<code>docs/page.md</code> itself is as it was" in box([], "page.md", drafted=True)


def test_a_sound_page_has_no_box() -> None:
    assert box([ALTERED, STRAY], "other.md", drafted=False) == ""
