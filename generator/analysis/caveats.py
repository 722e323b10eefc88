"""The source's own words that qualify a claim. They travel with it wherever it goes."""

from __future__ import annotations

import re
from functools import lru_cache

_BRACKETED = re.compile(
    r"[\[(][^\])]*\b(?:unverified|unconfirmed|not (?:been )?(?:independently )?(?:verified|confirmed)|requires? (?:editorial )?confirmation|citation needed|disputed|could not be (?:verified|confirmed))\b[^\])]*[\])]",
    re.IGNORECASE,
)
_HEARSAY = re.compile(
    r"\b(?:is|are|was|were|has been|have been)\s+(?:\w+ly\s+)?(?:reported|said|alleged|believed|rumou?red|thought|understood|claimed)\s+to\s+(?:have\s+)?\w+"
    r"|\b(?:reportedly|allegedly|purportedly|supposedly)\b"
    r"|\b(?:could|has|have) not (?:been |be )?(?:independently )?(?:verified|confirmed)\b"
    r"|\b(?:unverified|unconfirmed) (?:reports?|claims?|allegations?|information)\b"
    r"|\b[Tt]here are reports (?:of|that)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def caveats(text: str) -> tuple[str, ...]:
    """Qualifying words in `text`, as they stand there, in order, without repetition."""
    found = sorted(
        ((match.start(), match[0]) for pattern in (_BRACKETED, _HEARSAY) for match in pattern.finditer(text)),
    )
    kept: list[str] = []
    for _, words in found:
        if not any(words in other for other in kept):
            kept.append(words)
    return tuple(kept)


def marked_unverified(found: tuple[str, ...]) -> bool:
    """Whether the source itself says that nobody has confirmed the claim."""
    return any(
        _BRACKETED.search(words) or re.match(r"(?:unverified|unconfirmed)\b", words, re.IGNORECASE) for words in found
    )
