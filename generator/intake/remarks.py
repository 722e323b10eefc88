"""What people remark on the evidence: a point that looks wrong, and what was corrected on the pages."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationError

from generator.citations import prose
from generator.citations.places import places
from generator.citations.verify import verify
from generator.errors import UsageError
from generator.intake import keys
from generator.intake.effects import pages_of
from generator.model import Citation, Correction, Query
from generator.pipeline import Work
from generator.project.shapes import CorrectionShape, QueryShape, Shape
from generator.project.yaml_edit import YamlText, add_item
from generator.text import find, nearest

QUERIES, CORRECTIONS = "seeds/queries.yml", "seeds/corrections.yml"


def queried(work: Work, query: Query) -> YamlText:
    """`queries.yml` with a point more. Raises UsageError where its words do not stand in the source exactly once, and for a point that was
    queried already.
    """
    keys.check_known(query.source, work.evidence.sources)
    document = work.evidence.documents.get(query.source)
    if document is None or len(find(query.words, document.text)) != 1:
        verdict = verify(Citation(query.source, query.words), work.evidence)
        raise UsageError(
            verdict.message or "[...] joins parts; a query is about one run of words",
            help=verdict.help or "query one of the parts",
        )
    (span,) = find(query.words, document.text)
    for other in work.evidence.queries:
        if other.source == query.source and span in find(other.words, document.text):
            raise UsageError(f"“{other.words}” was queried already, by {other.by} on {other.date}: {other.ground}")
    fields = {"source": query.source, "words": query.words, "ground": query.ground, "by": query.by, "date": query.date}
    return _added(work, QUERIES, "queries", fields, QueryShape)


def corrected(work: Work, correction: Correction) -> YamlText:
    """`corrections.yml` with a correction of a page more. Raises UsageError for a page that is not there, and for words that do not stand on it, or
    several times: readers would look for them, and the mark would have no place.
    """
    pages = pages_of(work)
    if correction.page not in pages:
        raise UsageError("no such page", where=correction.page, help=f"the pages are: {', '.join(pages) or 'none yet'}")
    if correction.now:
        _check_stands(correction.now, pages[correction.page], f"docs/{correction.page}")
    return logged(work, correction)


def _check_stands(words: str, markdown: str, where: str) -> None:
    """Whether words stand on a page: as it has them, also in a heading or a note, or as a reader sees them."""
    found = len(places(words, markdown))
    if found > 1:
        raise UsageError(
            f"“{words}” stands {found} times on the page",
            where=where,
            help="give in --is more of the words around the one that you corrected, so that they stand there once",
        )
    if found or find(words, markdown):
        return
    shown = "\n\n".join(one.text for one in prose.read(markdown))
    near = nearest(words, shown)
    advice = f"; nearest on it is “{' '.join(shown[near.start : near.end].split())}”" if near else ""
    raise UsageError(
        f"“{words}” does not stand on the page{advice}",
        where=where,
        help="correct the page first, then give in --is the words as they stand there or as a reader sees them",
    )


def logged(work: Work, correction: Correction) -> YamlText:
    """`corrections.yml` with an entry more. Raises UsageError for values that it cannot hold."""
    fields = {
        "date": correction.date,
        "page": correction.page,
        "source": correction.source,
        "was": correction.was,
        "is": correction.now,
        "why": correction.why,
    }
    return _added(
        work, CORRECTIONS, "corrections", {name: value for name, value in fields.items() if value}, CorrectionShape
    )


def _added(work: Work, name: str, field: str, fields: Mapping[str, str], shape: type[Shape]) -> YamlText:
    try:
        shape.model_validate(fields)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        context = first.get("ctx", {})
        where = ".".join(map(str, first["loc"]))
        raise UsageError(
            f"{where}: {context.get('message', first['msg'])}", help=str(context.get("advice", ""))
        ) from error
    return add_item(YamlText.read(work.root / name, name, f"{field}: []\n"), (field,), fields)
