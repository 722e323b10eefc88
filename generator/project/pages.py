"""The names of the pages in docs/."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from generator.project.shapes import TopicFile, fields_of

USUAL = {
    "home": "index.md",
    "definition": "what-is-{subject}.md",
    "allegations": "allegations.md",
    "rebuttals": "rebuttals.md",
    "open-questions": "open-questions.md",
    "positions": "who-says-what.md",
    "timeline": "timeline.md",
    "disagreements": "disagreements.md",
}
"""Page kind -> file name, in the order of the site's navigation."""


def page_names(content: TopicFile) -> Mapping[str, str]:
    """Page kind -> file name: what the file says, else the usual name."""
    named = dict(fields_of(content.pages))
    subject = _slug(content.subject)
    return {kind: str(named.get(kind, usual.format(subject=subject))) for kind, usual in USUAL.items()}


def _slug(words: str) -> str:
    folded = unicodedata.normalize("NFC", words).casefold()
    return re.sub(r"[\W_]+", "-", folded).strip("-") or "it"
