"""No page cites a source.

A source that is described and never used makes the pile look larger than what the pages rest on.

Bad: `seeds/sources.yml` lists an article that no note on any page names.

Good: a page cites it, or its entry is taken out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.lint.page import LintPage
from generator.model import Citation, Diagnostic, Evidence, Passage, Role

NAME = "unused-source"

_DESCRIPTION = "seeds/sources.yml"
_OF_USE = (Role.DEFINITION, Role.ALLEGATION, Role.REBUTTAL, Role.OPEN_QUESTION)


def find_all(pages: Sequence[LintPage], evidence: Evidence) -> Iterator[Diagnostic]:
    """One finding for each such source of which a sentence could be cited; none while there is no page with a note."""
    notes = [note.body for page in pages for note in page.scanned.notes]
    cited = {body.key for body in notes if isinstance(body, Citation)}
    for key in evidence.sources if cited else ():
        number = sum(_of_use(passage) for passage in pages[0].reading.passages.get(key, ()))
        if key not in cited and number:
            message = f"no page cites “{key}”, of which {number} sentence{'s' * (number != 1)} could be cited"
            advice = f"cite it as @{key} (`explainer analyse` lists its sentences), or take its entry out"
            yield Diagnostic(_DESCRIPTION, 0, 0, NAME, message, advice)


def _of_use(passage: Passage) -> bool:
    return passage.relevant and passage.sure and passage.role in _OF_USE
