"""What is certain enough to be mended by a program: the typography of a note's words, which must be the source's own.

Neither meaning nor labels are touched, and nothing outside the words of a note.
"""

from __future__ import annotations

from generator.citations.escape import escape
from generator.citations.grammar import parse
from generator.citations.scanner import scan
from generator.citations.verify import verify
from generator.model import Citation, Evidence, Match, Note, Verdict


def fixed(markdown: str, path: str, evidence: Evidence) -> tuple[str, int]:
    """The page with the source's own quotation marks, dashes and blanks in its notes, and how many notes that changed.

    A note that runs over several lines stays as it is, and so does one whose words the source breaks over lines. The page comes back with line feeds.
    """
    lines = markdown.replace("\r\n", "\n").split("\n")
    number = 0
    for note in scan(markdown, path).notes:
        line = lines[note.line - 1] if note.line <= len(lines) else ""
        new = _own_words(note, evidence)
        head, tail = line[: note.body_column - 1], line[note.body_column - 1 :]
        if new and tail.startswith(note.raw) and not tail[len(note.raw) :].strip():
            lines[note.line - 1] = head + new + tail[len(note.raw) :]
            number += 1
    return "\n".join(lines), number


def _own_words(note: Note, evidence: Evidence) -> str:
    """The note's text with the words as the source has them; "" where nothing is to be changed or it could not be read back."""
    if not isinstance(note.body, Citation):
        return ""
    verdict = verify(note.body, evidence)
    if verdict.match is not Match.NORMALISED:
        return ""
    words = _source_words(note.body, verdict, evidence)
    new = f'@{note.body.key} "{" [...] ".join(map(escape, words))}"'
    read_back = parse(new)
    return new if isinstance(read_back, Citation) and verify(read_back, evidence).match is Match.EXACT else ""


def _source_words(citation: Citation, verdict: Verdict, evidence: Evidence) -> list[str]:
    """The parts of the quotation, in the source's own characters."""
    return [evidence.documents[citation.key].slice(span) for span in verdict.spans]
