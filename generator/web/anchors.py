"""Addresses inside the site: where cited words stand on a source's page, and where a statement stands on its own."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from itertools import islice
from urllib.parse import quote

from generator.model import Document, Span

_WORD = re.compile(r"[a-z0-9]+")
_LEADING_WORDS = 6


def words_anchor(document: Document, spans: Sequence[Span]) -> str:
    """The id of the cited words on the page of their source.

    It depends on the source's own characters alone, so that it stays the same whatever else is cited and however the
    citation's typography differs from the source: the first words for people, a digest of all of them against clashes.
    """
    words = "\n".join(document.slice(span) for span in spans)
    ascii_words = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    leading = list(islice(_WORD.findall(ascii_words), _LEADING_WORDS))
    place = f"{words}\n{spans[0].start}" if document.text.count(words) > 1 else words
    digest = hashlib.sha256(place.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return "-".join([*(leading or ["words"]), digest])


def reference_id(label: str, occurrence: int) -> str:
    """The id of a note's mark in the running text; `occurrence` counts the marks of one note from 1."""
    return f"fnref{occurrence if occurrence > 1 else ''}:{label}"


def relative(target: str, page: str) -> str:
    """The link from `page` to the path `target`, both relative to docs/."""
    return "../" * page.count("/") + quote(target)


def text_fragment(url: str, words: str) -> str:
    """`url` with a directive by which a browser scrolls to `words` and highlights them.

    Long quotes are given by their first and last words, as a publisher's page may differ in between.
    """
    parts = words.split()
    whole = len(parts) <= 8
    ends = [" ".join(parts)] if whole else [" ".join(parts[:4]), " ".join(parts[-4:])]
    directive = ",".join(quote(end, safe="").replace("-", "%2D") for end in ends)
    separator = "" if "#" in url else "#"
    return f"{url}{separator}:~:text={directive}"


def link_target(url: str) -> str:
    """`url` with every character percent-encoded that could end a Markdown link or begin markup."""
    return quote(url, safe=":/?#@!$&'+,;=%~-._").replace("'", "%27")
