"""Whether an article as a whole is what a party has published of itself: its author, its carrier, or the marks of a press release say so.

Such an article speaks in the party's voice throughout. What only begins like a statement may be the news of one (`analysis.issuers`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.analysis import names, verbs
from generator.analysis.issuers import FIRST, OPENS, says_we
from generator.analysis.units import Unit
from generator.model import Party, Source, Topic

_CALLED = re.compile(
    r"\b(?:(?:press|news|media|company|corporate|official|public|joint|written|party|union|ngo|government)['’]?s? (?:release|statement|notice|blog|announcement)|communiqu[eé]|statement (?:by|from|of))\b",
    re.IGNORECASE,
)
"""What editors call a text that a party has published of itself."""
_LINE = re.compile(
    r"(?:for (?:immediate )?release|(?:press|news|media) release|(?:press|media) (?:contacts?|enquiries|inquiries))\b",
    re.IGNORECASE,
)
"""Lines that press releases have and news has not."""
_ABOUT = re.compile(r"about\s(?P<who>[^.:,]{2,60})[.:]?", re.IGNORECASE)
_DATELINE = r"(?:[A-Z][\w.’' ,]{1,50}(?:\([^)]{2,20}\)\s?)?\s?[—–-]{1,2}\s)?(?:[Tt]he\s)?"
_LEAD = re.compile(
    rf"{_DATELINE}(?P<who>{names.NAME.pattern})(?:,[^,]{{3,120}},)?\s(?:(?:has|have|today|now|again|strongly|on\s\w+day)\s){{0,2}}"
    rf"(?P<verb>{verbs.FINITE_PATTERN}|publish(?:e[sd])?|release[sd]?|launch(?:e[sd])?|welcome[sd]?|issue[sd]?|(?:is|are)\s(?:pleased|proud|delighted|aware))\b"
)
"""How a press release begins: "TARN, 3 May – Ardel Couriers today announced"."""
_TODAY = re.compile(
    r"\btoday\s(?:said|announced)|(?:said|announced)\stoday\b|\sannounces\b|\s(?:is|are)\s(?:pleased|proud|delighted)\b"
)
_ON_A_MATTER = re.compile(r"(?:\s(?:on|about|regarding|concerning|in response to)\s.{3,120})?[.:]?")
_OUTLET = re.compile(
    r"\b(?:Times|Post|News|Journal|Gazette|Herald|Tribune|Daily|Chronicle|Courier|Observer|Magazine|Radio|TV|Television|Weekly|Mail|Press|Review|Broadcasting)\b"
)
"""A carrier whose news are no statement of its own, even where it is a party."""


def publisher(article: Sequence[Unit], topic: Topic, source: Source | None) -> str:
    """Name of the party whose own words the article is; "" where it is nobody's, or may be several parties'."""
    party = _stated(topic, source) if source is not None else None
    party = party or _headed(article, topic) or _foot(article, topic)
    if party is None and _is_release(article, source):
        party = (names.party_in(topic, source.speaks.value) if source else None) or _leader(article, topic)
    return party.name if party else ""


def _stated(topic: Topic, source: Source) -> Party | None:
    carriers = (source.stated(field) for field in ("container-title", "publisher"))
    names_of_it = (source.stated("author"), *(name for name in carriers if not _OUTLET.search(name)))
    return next((party for name in names_of_it if name and (party := topic.party(name))), None)


def _headed(article: Sequence[Unit], topic: Topic) -> Party | None:
    """The party whose statement the first lines say that this is: "Statement by Ardel on the strike", "Ardel: statement"."""
    for unit in article[:FIRST]:
        opens = OPENS.match(unit.text)
        if opens and (opens["by"] or ":" in opens[0]) and _ON_A_MATTER.fullmatch(unit.text, opens.end()):
            return topic.party((opens["by"] or opens["of"]).rstrip("."))
    return None


def _foot(article: Sequence[Unit], topic: Topic) -> Party | None:
    """The party that the article begins with and tells about at its end: "About Ardel Couriers"."""
    about = (match for unit in article[FIRST:] if (match := _ABOUT.fullmatch(unit.text)))
    told = [party for match in about if (party := topic.party(match["who"]))]
    return next((party for party in _leading(article, topic) if party in told), None)


def _is_release(article: Sequence[Unit], source: Source | None) -> bool:
    """Whether the editor calls it a press release, one of its lines does, or it announces something today and says "we"."""
    if source is not None and _CALLED.search(source.speaks.value):
        return True
    if any(_LINE.match(unit.text) for unit in article):
        return True
    announced = any(_TODAY.search(unit.text) for unit in article[:FIRST] if _LEAD.match(unit.text))
    return announced and any(says_we(unit, unit.text) for unit in article if not re.search(r"[“”\"]", unit.text))


def _leader(article: Sequence[Unit], topic: Topic) -> Party | None:
    """The one party with which the first units begin, saying something; of several, the one that announces it today."""
    leading = list(dict.fromkeys(_leading(article, topic)))
    if len(leading) > 1:
        leading = list(dict.fromkeys(_leading([unit for unit in article[:FIRST] if _TODAY.search(unit.text)], topic)))
    return leading[0] if len(leading) == 1 else None


def _leading(article: Sequence[Unit], topic: Topic) -> Iterator[Party]:
    """The parties that are the subject of one of the first units and say or publish something in it."""
    for unit in article[:FIRST]:
        lead = _LEAD.match(unit.text)
        party = topic.party(lead["who"]) if lead else None
        if party is not None:
            yield party
