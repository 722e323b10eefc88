"""The files for machines at the root of the site."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from generator.web.cited import CitedWords
from generator.web.data import SiteData
from generator.web.machine import bibtex, claims, csl


def data_files(data: SiteData, words: Mapping[str, Sequence[CitedWords]], address: claims.Address) -> Mapping[str, str]:
    """Path relative to the site's root -> text: the sources as records, and the cited sentences with their schema."""
    sources = [data.evidence.sources[key] for key in sorted(data.evidence.sources)]
    return {
        "sources.bib": bibtex.entries(sources),
        "sources.csl.json": json.dumps(csl.items(sources), ensure_ascii=False, indent=1) + "\n",
        "claims.json": claims.claims(data, words, address),
        claims.SCHEMA: claims.schema(),
    }
