"""What the first lines of a plain text state of the article: its headline, who wrote it, where it stood and when.

Only what such a line states by itself is read: a headline, "By Jane Doe", a date with its year, "Jane Doe | The Paper | 12 March 2031". What
could be read in two ways is left to a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.analysis import dates, furniture, headlines, layout, names
from generator.model import Block, BlockKind, Document

_READ = frozenset({"text", "markdown"})
"""Formats that have no head of their own in which an article states these things."""
_BLOCKS = 8
"""Blocks at the beginning that are looked at: label, headline, two lines under it, byline, date, and the text."""
_PARAGRAPHS = 2
"""Of running text, after which nothing is looked for: a line under the headline may be a whole sentence."""
_SHORTEST_TITLE = 3
"""Words of a headline; what is shorter may be the name of a section, unless byline or date follow."""
_LONGEST_LINE = 200
"""Characters of a line about the article: several authors with their offices, newspaper and date."""

_BAR = re.compile(r"\s*[|•·]\s*")
_BAR_OR_DASH = re.compile(rf"{_BAR.pattern}|\s+[–—]\s+")
_TITLE = re.compile(r"(?:title|headline):\s+(?P<title>.+)", re.IGNORECASE)
_BYLINE = re.compile(
    r"(?:(?:(?:story|words|text|written|reported)\s+)?by:?|authors?:|byline:)\s+(?P<names>.+)", re.IGNORECASE
)
_AFTER_NAMES = re.compile(r"\s+(?:in|for|at|with|from)\s+.*")
_AND = re.compile(r"\s*,?\s+(?:and|AND|&)\s+")
_NAME = re.compile(
    r"(?:[^\W\d_a-z][\w.'’-]*)(?:\s+(?:(?:de|del|der|den|van|von|da|di|du|la|le|al|bin|of|the)\s+){0,2}[^\W\d_a-z][\w.'’-]*){0,4}"
)
_NOBODY = re.compile(
    r"(?:our\s+)?(?:own\s+)?(?:staff|admin|agencies|editors?|(?:staff\s+)?(?:writers?|reporters?)|correspondents?)",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:staff|writer|reporter|correspondent|editor|columnist|contributor|critic|analyst|fellow|professor|chief|bureau)\b",
    re.IGNORECASE,
)
_OUTLET = re.compile(
    r"\b(?:Times|Post|News|Gazette|Herald|Journal|Tribune|Guardian|Observer|Review|Magazine|Daily|Weekly|Press|Wire|Agency|Radio|Telegraph|Chronicle|Courier"
    r"|Mail|Standard|Star|Sun|Independent|Globe|Examiner|Bulletin|Dispatch|Monitor|Record|Echo|Mirror|Argus|Broadcasting|Paper|Newspaper)\b"
)
_PERIODICAL = re.compile(
    r"\b(?:Today|Digest|Quarterly|Monthly|Insider|Reporter|Register|Advertiser|Messenger|Sentinel|Ledger|[EI]nquirer|Gazetteer|Annals|Proceedings"
    r"|[A-Z][a-z]+(?:ology|ography|onomy|onomics|istry))\b"
)
"""What ends no place's name, so that "Open Hydrology, 4 March 2031" is a publication with its date; beside a bar it may be a section's."""
_WITH_ARTICLE = re.compile(r"The(?:\s+[A-Z][\w'’&-]*){1,4}")
_PLACE_WITH_ARTICLE = re.compile(r"The (?:Hague|Netherlands|Gambia|Bahamas|Bronx|Philippines)")
_DOMAIN = re.compile(r"(?:[\w-]+\.)+(?:com|org|net|news|info|eu|[a-z]{2})")
_SECTION = re.compile(
    r"\b(?:World|Politics|Opinion|Climate|Change|Business|Technology|Tech|Science|Sports?|Culture|Arts|Health|Money|Media|Environment|Europe|America|Asia"
    r"|Africa|East|West|North|South|Life|Style|Analysis|Letters?|Editorial|Desk|Team|Staff|Exclusive|Breaking|Live|Special|Report|Local|National"
    r"|International|Features?|Comment|Law|Education|Travel|Food|Markets?|Economy|Society|History|Security)\b",
    re.IGNORECASE,
)
_BEFORE_DATE = re.compile(
    r"(?i:(?:(?:first\s+)?(?:published|posted|issued|released|dated?):?\s*)?(?:on:?\s+)?)|(?P<place>[^\W\d_a-z][\w .'’-]*),\s*"
)
_CHANGED = re.compile(r"(?:last\s+)?(?:updated|modified|changed)\b", re.IGNORECASE)
_AFTER_DATE = re.compile(r"(?:\s*,?\s*(?:at\s+)?\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?)?\s*\.?")
_DAY_OR_MONTH = re.compile(r"\d{4}-\d\d(?:-\d\d)?")


def stated(document: Document) -> Mapping[str, str]:
    """CSL variables (title, author, container-title, issued) that the article's first lines state; several authors are parted by "; ".

    Nothing of a file of another format, or of several articles.
    """
    if document.format not in _READ or len(document.items) != 1 or len(layout.articles(document)) != 1:
        return {}
    found = _Opening()
    for block in document.blocks[:_BLOCKS]:
        if found.paragraphs == _PARAGRAPHS:
            break
        found.read(block, document.slice(block.span))
    return found.metadata() if found.paragraphs else {}


@dataclass(slots=True)
class _Opening:
    """What was read so far."""

    titles: list[str] = field(default_factory=list)
    """Lines that may be the headline, above the text."""
    marked: str = ""
    """A heading of the first level that opens the file."""
    values: dict[str, set[str]] = field(default_factory=dict)
    """CSL variable -> what the lines state; of two values neither is certain."""
    below_title: bool = False
    """Whether a byline or a date follows what may be the headline."""
    paragraphs: int = 0
    """Of running text."""

    def read(self, block: Block, text: str) -> None:
        if self._is_about(text):
            self.below_title |= bool(self.titles) and not self.paragraphs
        elif furniture.is_furniture(text):
            return
        elif block.kind is BlockKind.HEADING or headlines.looks_like_heading(text.rstrip("?!")):
            self._note_title(block, text)
        else:
            self.paragraphs += 1
            if self.paragraphs == 1:
                self._note(_dateline(text))

    def _is_about(self, text: str) -> bool:
        """Whether a line tells of the article instead of being a part of it; what it states is noted."""
        if len(text) > _LONGEST_LINE:
            return False
        parts = list(filter(None, _BAR_OR_DASH.split(text)))
        read = [_part(part) for part in parts]
        if all(one is None for one in read):
            # A dash may stand in any headline, a bar parts it from the newspaper's name.
            parts = list(filter(None, _BAR.split(text)))
            read = [None] * len(parts)
        for one in read:
            self._note(one or {})
        unread = [part for part, one in zip(parts, read, strict=True) if one is None]
        outlets = list(filter(_is_outlet, unread)) if len(parts) > 1 else []
        if len(outlets) == 1:
            self._note_beside(outlets[0], [part for part in unread if part not in outlets])
        return bool(outlets) or any(one is not None for one in read)

    def _note_beside(self, outlet: str, others: Sequence[str]) -> None:
        """A newspaper's name, and what stands with it on the line: the name of a person, or the headline."""
        self._note({"container-title": outlet})
        people = [part for part in others if names.is_person(part) and not _SECTION.search(part)]
        if len(people) == 1 and "author" not in self.values:
            self._note({"author": people[0]})
        elif not self.titles and others and len(others[0].split()) >= _SHORTEST_TITLE:
            self.titles.append(others[0])

    def _note(self, variables: Mapping[str, str]) -> None:
        for name, value in variables.items():
            self.values.setdefault(name, set()).add(value)

    def _note_title(self, block: Block, text: str) -> None:
        if self.paragraphs:
            return
        if not self.titles and block.level == 1:
            self.marked = text
        self.titles.append(text)

    def metadata(self) -> Mapping[str, str]:
        stated = {name: min(values) for name, values in self.values.items() if len(values) == 1 and min(values)}
        if title := stated.get("title") or self._title():
            stated["title"] = title
        elif not stated.keys() & {"issued", "container-title"}:
            stated.pop("author", None)  # "By Popular Demand" may be a headline
        return stated

    def _title(self) -> str:
        """The first line that is no section's label; "" where none is certain."""
        long_enough = [line for line in self.titles if len(line.split()) >= _SHORTEST_TITLE]
        mixed = [line for line in long_enough if not furniture.is_title_line(line)]
        only = self.titles[0] if len(self.titles) == 1 and self.below_title else ""
        return self.marked or next(iter(mixed or long_enough), only)


def _part(text: str) -> Mapping[str, str] | None:
    """What a line, or one part of it, states as CSL variables; nothing where it speaks of author or date and is not certain, None where it does not
    speak of them.
    """
    if headlines.TERMINAL.search(text):
        return _date(text)  # "By Monday the harbour was closed." is no byline
    if title := _TITLE.fullmatch(text):
        return {"title": title["title"]}
    if byline := _BYLINE.fullmatch(text):
        return {"author": authors} if (authors := "; ".join(_authors(byline["names"]))) else {}
    return _date(text)


def _authors(written: str) -> Iterator[str]:
    """The names in a byline; none where it cannot be told what is a name."""
    *others, last = _AND.split(_AFTER_NAMES.sub("", written).strip(" .,"))
    parts = [name for part in others for name in part.split(", ")]
    first, *more = last.split(", ")
    parts.append(first)
    if any(not _OFFICE.search(part) and not _is_outlet(part) for part in more):
        return
    people = [part for part in parts if not _NOBODY.fullmatch(part)]
    if all(_NAME.fullmatch(part) for part in people):
        yield from people


def _is_outlet(text: str) -> bool:
    if _PLACE_WITH_ARTICLE.fullmatch(text):
        return False
    named = _OUTLET.search(text) is not None and _NAME.fullmatch(text) is not None
    return named or any(form.fullmatch(text) for form in (_WITH_ARTICLE, _DOMAIN))


def _date(text: str) -> Mapping[str, str] | None:
    """The date that a text consists of, with the newspaper that is named before it."""
    mentions = dates.dates(text, dates.Anchor())
    if len(mentions) != 1:
        return None
    (mention,) = mentions
    before = _BEFORE_DATE.fullmatch(text, 0, mention.span.start)
    if before is None or not _AFTER_DATE.fullmatch(text, mention.span.end):
        return {} if _CHANGED.match(text) else None
    found = {"issued": mention.value} if _DAY_OR_MONTH.fullmatch(mention.value) else {}
    place = before["place"] or ""
    named = _OUTLET.search(place) or (" " in place and _PERIODICAL.search(place))
    return {**found, "container-title": place} if named else found


def _dateline(text: str) -> Mapping[str, str]:
    """The date in "BRENNHAVEN, 12 February 2034 (Agency) -", where its year is stated."""
    found = (one.value for one in dates.expressions(text, dates.Anchor()) if one.kind is dates.Kind.DATELINE)
    value = next(filter(_DAY_OR_MONTH.fullmatch, found), "")
    return {"issued": value} if value else {}
