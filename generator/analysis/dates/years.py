"""Years, their quarters, halves and seasons, decades and centuries; a year left out is counted from the article's date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.dates import lexicon, periods
from generator.analysis.dates.expression import Expression, Family, Rule, Scene, found
from generator.analysis.dates.lexicon import ORDINAL, SEASON, YEAR
from generator.analysis.dates.periods import Unit

_SEASON_YEAR = re.compile(rf"\b(?:the\s+)?(?:(?:early|late|mid)[\s-])?{SEASON}(?:\s+of|,)?\s+{YEAR}\b", re.IGNORECASE)
_QUARTER_YEAR = re.compile(
    rf"\b(?:(?:Q(?P<q>[1-4])|(?P<before>[1-4])Q|H(?P<half>[12])(?=\s+(?:of\s+)?(?:19|20)[0-9][0-9]))(?:\s+(?:of\s+)?{YEAR}\b)?)"
)
_QUARTER = re.compile(
    rf"\b(?:the\s+)?(?:(?P<which>this|last|next)\s+year[’']s\s+|(?P<early>(?:19|20)[0-9][0-9][’']?s?)\s+)?(?:fiscal[\s-])?(?:{ORDINAL}(?:\s+fiscal)?[\s-](?P<what>quarter|half)|last\s+(?P<end>half)(?=\s+of\s+(?:19|20)[0-9][0-9]))"
    rf"(?:\s+(?:of|in)\s+(?:the\s+)?(?:fiscal\s+)?(?:{YEAR}|(?P<later>this|last|next)\s+year)|\s+(?P<bare>(?:19|20)[0-9][0-9]))?\b(?!-hour)",
    re.IGNORECASE,
)
_DECADE = re.compile(
    r"\b(?:the\s+)?(?:(?:early|late|mid)[\s-]|(?:last|first)\s+half\s+of\s+the\s+)?(?P<decade>(?:1[5-9]|20)\d0)[’']?s\b|(?<!\w)(?:the\s+)?(?:(?:early|late|mid)[\s-])?[’'‘](?P<short>[2-9]0)s\b"
    r"|\b[Tt]he\s+(?:(?:early|late|mid)[\s-])?(?P<spelled>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b"
)
_CENTURY = re.compile(
    r"\b(?:the\s+)?(?:(?:early|late|mid)[\s-])?(?P<number>\d{1,2})(?:st|nd|rd|th)[\s-]century\b", re.IGNORECASE
)
_YEAR_ALONE = re.compile(
    rf"(?<![\d,.$€£/-])(?<![Ss]ome )(?<![Aa]bout )(?<! than )(?<![Nn]early )(?<![Aa]lmost )\b(?:(?:[Ee]arly|[Ll]ate|[Mm]id|[Ff]iscal|[Tt]he\s+(?:middle|beginning|start|end)\s+of|FY)[\s-]?)?{YEAR}\b"
    r"(?![\d%/]|,\d|\.\d|-(?!based|style)[a-zA-Z]|\s+(?:percent|million|billion|thousand|meters|metres|miles|feet|tons|tonnes|accounts|people|shares|units|dollars|points|votes|euros|pounds|copies|jobs|workers)\b)"
    r"(?:(?:\s+to\s+|\s*[-–—]\s*)(?P<until>(?:(?:19|20)[0-9][0-9]|\d\d))(?![\d%-]|,\d|\.\d))?"
)
_SPELLED_YEAR = re.compile(
    r"\b(?:nineteen|eighteen)\s+(?P<tens>ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?)\b|\b(?P<year>(?:the\s+)year\s+two\s+thousand)\b",
    re.IGNORECASE,
)


def _season(match: re.Match[str], scene: Scene) -> Iterator[Expression]:  # noqa: ARG001  # as every reader
    yield found(match, f"{match['year']}-{lexicon.season_number(match['season'])}")


def _quarter_by_letter(match: re.Match[str], scene: Scene) -> Iterator[Expression]:
    unit = Unit.HALF if match["half"] else Unit.QUARTER
    number = int(match["q"] or match["before"] or match["half"])
    yield from _part_of_year(match, scene, unit, number, match["year"] or "")


def _quarter(match: re.Match[str], scene: Scene) -> Iterator[Expression]:
    unit = lexicon.calendar_unit(match["what"] or match["end"])
    number = lexicon.ordinal_number(match["ordinal"]) if match["ordinal"] else 2
    if number > (2 if unit is Unit.HALF else 4):
        return
    year = match["year"] or match["bare"] or (match["early"] or "")[:4] or scene.year(match["which"] or match["later"])
    yield from _part_of_year(match, scene, unit, number, year)


def _part_of_year(match: re.Match[str], scene: Scene, unit: Unit, number: int, year: str) -> Iterator[Expression]:
    """A quarter or half; without a year the last that had begun by the article's date; the next where the verb tells of the future,
    unless it has only just ended and is being reported on.
    """
    place = (periods.QUARTER if unit is Unit.QUARTER else periods.HALF) + number - 1
    now = scene.now(unit)
    if year:
        yield found(match, f"{year}-{place}")
    elif now is None:
        yield found(match, f"XXXX-{place}", "the year is not stated")
    else:
        current = int(periods.period(now, unit)[5:])
        later = scene.direction(match) > 0 and place < current - 1
        shift = 1 if later else -int(place > current)
        yield found(
            match, f"{now.year + shift:04}-{place}", scene.counted("the year is counted from the article's date")
        )


def _decade(match: re.Match[str], scene: Scene) -> Iterator[Expression]:  # noqa: ARG001  # as every reader
    if match["decade"]:
        yield found(match, f"{match['decade'][:3]}X")
    else:
        tens = match["short"] or str(lexicon.whole(match["spelled"].removesuffix("ies") + "y"))
        yield found(match, f"19{tens[0]}X")


def _century(match: re.Match[str], scene: Scene) -> Iterator[Expression]:  # noqa: ARG001  # as every reader
    if 11 <= int(match["number"]) <= 22:
        yield found(match, f"{int(match['number']) - 1}XX")


def _years(match: re.Match[str], scene: Scene) -> Iterator[Expression]:  # noqa: ARG001  # as every reader
    until = match["until"] or ""
    first = match["year"]
    last = first[: 4 - len(until)] + until
    if until and last <= first:
        return
    yield found(match, first)
    if until:
        yield found(match, last)


def _spelled_year(match: re.Match[str], scene: Scene) -> Iterator[Expression]:  # noqa: ARG001  # as every reader
    if match["year"]:
        yield found(match, "2000")
        return
    century = "19" if match[0].lower().startswith("n") else "18"
    yield found(match, f"{century}{lexicon.whole(match['tens']) or 0:02}")


PARTS_OF_YEARS = Family(
    (
        Rule(_SEASON_YEAR, _season, ("spring", "summer", "autumn", "fall", "winter")),
        Rule(_QUARTER, _quarter, ("quarter", "half")),
        Rule(_QUARTER_YEAR, _quarter_by_letter, ("q1", "q2", "q3", "q4", "1q", "2q", "3q", "4q", "h1", "h2")),
    )
)
YEARS = Family(
    (
        Rule(_DECADE, _decade, ("0s", "0'", "0’", "ties")),
        Rule(_CENTURY, _century, ("century",)),
        Rule(_YEAR_ALONE, _years, ("15", "16", "17", "18", "19", "20")),
        Rule(_SPELLED_YEAR, _spelled_year, ("teen", "thousand")),
    )
)
