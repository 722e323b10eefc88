"""Dates told from the article's own date ("last Tuesday") or from the date mentioned last ("three days later")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.dates import lexicon, periods
from generator.analysis.dates.expression import NEIGHBOUR_UNKNOWN, Expression, Family, Kind, Rule, Scene, found
from generator.analysis.dates.lexicon import COUNT, DAY_OF_WEEK, LENGTH, SEASON
from generator.analysis.dates.periods import Unit
from generator.model import DateMention

_ABOUT = r"(?:(?:about|nearly|almost|around|roughly|some|just|over|exactly|barely|only|(?:more|less|fewer)\s+than|at\s+least|as\s+long\s+as)\s+)?"
_UNITS = r"(?P<unit>day|week|weekend|month|quarter|year|decade|centur)(?:s|y|ies)?"
_STEPS = {
    "last": -1,
    "next": 1,
    "this": 0,
    "this past": -1,
    "this coming": 1,
    "current": 0,
    "the current": 0,
}

_NAMED_DAY = re.compile(
    r"\b(?:(?:earlier|later|late|early)\s+)?(?P<word>the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|yesterday|today|tomorrow)\b",
    re.IGNORECASE,
)
_DAYS_AWAY = {"yesterday": -1, "today": 0, "tomorrow": 1}
_WEEKDAY = re.compile(
    rf"\b(?:[Oo]n\s+)?(?:(?:early|late|earlier|later)\s+)?(?:(?P<which>last|next|this|this\s+past|this\s+coming)\s+)?{DAY_OF_WEEK}(?:\s+of\s+(?P<week>last|next|this)\s+week)?(?![’']?s\s+\d|-\w|\w)",
)
_PERIOD = re.compile(
    rf"(?<!the )\b(?:(?:(?:late|early|earlier|later|sometime|midway)\s+|(?:the\s+)?(?:end|start|beginning|middle)\s+of\s+|later\s+on\s+|mid-))?(?P<which>last|next|this(?:\s+past|\s+coming)?|the\s+current|current)\s+(?:fiscal\s+|calendar\s+|school\s+)?(?:{LENGTH}|{SEASON})\b(?!s)(?![’']s\s+(?:first|second|third|fourth))",
    re.IGNORECASE,
)
_AGO = re.compile(
    rf"\b{_ABOUT}(?P<count>{COUNT})(?:\s+(?:or\s+so|full|short|long))?[\s-]{_UNITS}(?:\s+or\s+(?:so|two|more))?[\s-](?P<way>ago|from\s+now|hence)\b",
    re.IGNORECASE,
)
_FROM_OTHER = re.compile(
    rf"\b{_ABOUT}(?P<count>{COUNT})\s{_UNITS}\s(?P<way>earlier|before|previously|prior|later|after(?:ward)?s?|thereafter)\b(?P<object>(?=\s+(?!that\b|this\b|it\b|then\b|and\b|but\b|in\b|on\b|by\b|when\b|with\b|for\b|as\b|at\b|from\b|he\b|she\b|they\b|it\b|we\b)[\w“\"‘]))?",
    re.IGNORECASE,
)
_NEIGHBOUR = re.compile(
    r"\b(?:on\s+|in\s+)?(?:(?:the|that)\s+(?P<same>same)|that|the\s+(?P<which>following|next|previous|preceding|prior)|the\s+(?=(?:day|week|month|year)\s+(?:before|after)\b))"
    r"\s+(?P<unit>day|week|month|quarter|year)\b(?:\s+(?P<way>before|after)\b(?!\s+\w))?(?!\s+(?:of|when|after|before|that)\b|[-’'])",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    r"\b(?:(?:the\s+|a\s+)?(?:comparable\s+|corresponding\s+|same\s+)?year[-\s](?:ago|earlier)(?:\s+(?:third-|first-|second-|fourth-)?(?:quarter|period|level|month|figure)s?)?"
    r"|(?:the\s+)?(?:same|comparable|corresponding)\s+(?:quarter|period|month)\s+(?:last\s+year|(?:of\s+)?(?:the\s+(?:year\s+before|previous\s+year)|a\s+year\s+(?:ago|earlier|before)))"
    r"|last\s+year[’']s\s+(?:quarter|period|comparable\s+\w+))\b",
    re.IGNORECASE,
)
_YEAR_STEP = re.compile(
    r"\ba\s+year\s+(?P<way>ago|earlier|before)\b(?!\s+(?:the|a|an|his|her|its|their)\b)", re.IGNORECASE
)
_QUARTER_AT_HAND = re.compile(
    r"\bthe\s+(?:latest\s+|most\s+recent\s+|just-ended\s+|recent\s+)?quarter\b(?![-’'])|\bthe\s+latest\s+period\b",
    re.IGNORECASE,
)
_YEAR_OF_QUARTER = re.compile(r"\bthe\s+(?P<year>(?:19|20)[0-9][0-9])\s+(?:period|quarter)\b", re.IGNORECASE)
_YEAR_AT_HAND = re.compile(
    r"\b(?:for|of)\s+(?:the\s+)?(?:full\s+|whole\s+)?year\b(?!\s+(?:end|ago|earlier|before|of|\d)|[-’'])|\b(?:the\s+)?(?:full|whole)\s+year\b(?![-’'])",
    re.IGNORECASE,
)
_WEEKEND = re.compile(r"\b(?:(?:over|during|at|for|ahead\s+of|before|after|on)\s+)?the\s+weekend\b", re.IGNORECASE)
_IN_THE_DAY = re.compile(r"\b(?:later|earlier|early|late)\s+in\s+the\s+(?P<unit>day|week|month|year)\b", re.IGNORECASE)
_YEAR_END = re.compile(r"\b(?:the\s+)?(?:year(?:[’']s)?[\s-]end|end\s+of\s+the\s+year)\b", re.IGNORECASE)


def _named_day(match: re.Match[str], scene: Scene) -> Iterator[Expression]:
    word = match["word"].lower()
    away = _DAYS_AWAY.get(word, -2 if word.endswith("yesterday") else 2)
    yield scene.from_article(match, Unit.DAY, away)


def _weekday(match: re.Match[str], scene: Scene) -> Iterator[Expression]:
    """The day of that name before or after the article's date, by "last" and "next", else by the verb; the article's own day where it is that."""
    today = scene.now(Unit.DAY)
    if match["week"]:
        week = scene.from_article(match, Unit.WEEK, _STEPS[match["week"].lower()])
        ends = periods.bounds(week.value)
        day = periods.step(ends[0], Unit.DAY, lexicon.weekday_number(match["weekday"])) if ends else None
        yield found(match, day.isoformat() if day else "", week.basis)
        return
    if today is None:
        yield scene.from_article(match, Unit.DAY, 0)
        return
    ahead = (lexicon.weekday_number(match["weekday"]) - today.weekday()) % 7
    which = " ".join((match["which"] or "").lower().split())
    if which in {"last", "this past"}:
        away = ahead - 7
    elif which in {"next", "this coming", "this"}:
        away = ahead or 7 * (which != "this")
    else:
        away = ahead if ahead == 0 or scene.coming(match) else ahead - 7
    yield scene.from_article(match, Unit.DAY, away)


def _period(match: re.Match[str], scene: Scene) -> Iterator[Expression]:
    which = " ".join(match["which"].lower().split())
    away = _STEPS[which]
    if match["season"]:
        yield _season(match, scene, which)
    else:
        yield scene.from_article(match, lexicon.calendar_unit(match["unit"]), away)


def _season(match: re.Match[str], scene: Scene, which: str) -> Expression:
    """“last spring” is the latest that had begun before the article's own season; "this" one is of its year."""
    now = scene.now(Unit.MONTH)
    if now is None:
        return scene.from_article(match, Unit.MONTH, 0)
    place = lexicon.season_number(match["season"])
    first = 3 * (place - periods.SPRING) + 3
    shift = {-1: -int(now.month < first + 3), 0: 0, 1: int(now.month >= first)}[_STEPS[which]]
    return found(match, f"{now.year + shift:04}-{place}", scene.counted("counted from the article's date"))


def _ago(match: re.Match[str], scene: Scene) -> Iterator[Expression]:
    count = lexicon.whole(match["count"])
    sign = -1 if match["way"].lower() == "ago" else 1
    if count is None:
        yield found(match, "", kind=Kind.PAST if sign < 0 else Kind.FUTURE)
        return
    yield scene.from_article(match, lexicon.calendar_unit(_unit(match)), sign * count)


def _unit(match: re.Match[str]) -> str:
    return "century" if match["unit"].lower() == "centur" else match["unit"]


def _from_other(match: re.Match[str], scene: Scene) -> Iterator[Expression]:
    """Counted from the date mentioned last; what counts from a happening that is named ("two days after the vote") is a length of time."""
    count = lexicon.whole(match["count"])
    back = match["way"].lower() in {"earlier", "before", "previously", "prior"}
    if match["object"] is not None:
        yield found(match, lexicon.duration(match["count"], _unit(match)), kind=Kind.DURATION)
    elif count is None:
        yield found(match, "", "the number is not stated")
    else:
        yield scene.from_last(match, lexicon.calendar_unit(_unit(match)), -count if back else count)


def _neighbour(match: re.Match[str], scene: Scene) -> Iterator[Expression]:
    unit = lexicon.calendar_unit(match["unit"])
    which = (match["which"] or match["way"] or "").lower()
    step = {"following": 1, "next": 1, "after": 1, "previous": -1, "preceding": -1, "prior": -1, "before": -1}.get(
        which, 0
    )
    if step:
        yield scene.from_last(match, unit, step)
        return
    value = _holding(scene.last.value, unit) if scene.last else ""
    if scene.last and value:
        yield found(match, value, f"refers back to “{scene.last.words}”")
    elif unit is not Unit.DAY:
        yield found(match, "", NEIGHBOUR_UNKNOWN)


def _holding(value: str, unit: Unit) -> str:
    """The period of that length which holds a date, "" for none; a day without a year is still the same day."""
    if unit is Unit.DAY and re.fullmatch(r"XXXX-\d\d-\d\d", value):
        return value
    own = periods.unit_of(value)
    ends = periods.bounds(value)
    return periods.period(ends[0], unit) if own and ends and own <= unit else ""


def _year_before(match: re.Match[str], scene: Scene) -> Iterator[Expression]:
    """The date mentioned last, a year before: "sales rose in the third quarter from the year-earlier period"."""
    yield _same_comparison(match, scene) or (
        scene.from_last(match, Unit.YEAR, -1) if scene.last else scene.from_article(match, Unit.YEAR, -1)
    )


def _same_comparison(match: re.Match[str], scene: Scene) -> Expression | None:
    """A comparison after another is with the same year: it does not go back another year from there."""
    if scene.last and _compares(scene.last):
        return found(match, scene.last.value, scene.last.basis)
    return None


def _compares(mention: DateMention) -> bool:
    return bool(_YEAR_BEFORE.search(mention.words) or _YEAR_STEP.search(mention.words))


def _year_step(match: re.Match[str], scene: Scene) -> Iterator[Expression]:
    """“A year ago” beside a quarter or a month is that quarter or month a year before."""
    own = periods.unit_of(scene.last.value) if scene.last else None
    repeated = _same_comparison(match, scene)
    if repeated:
        yield repeated
    elif own in {Unit.QUARTER, Unit.MONTH, Unit.HALF} or (own and match["way"].lower() != "ago"):
        yield scene.from_last(match, Unit.YEAR, -1)
    elif match["way"].lower() == "ago":
        yield scene.from_article(match, Unit.YEAR, -1)
    else:
        yield found(match, "", NEIGHBOUR_UNKNOWN)


def _quarter_at_hand(match: re.Match[str], scene: Scene) -> Iterator[Expression]:
    """The quarter mentioned last, else the last that had ended by the article's date; after a comparison with a year before, what was compared."""
    last = scene.last
    if last is None or periods.unit_of(last.value) is not Unit.QUARTER:
        yield scene.from_article(match, Unit.QUARTER, -1)
        return
    value = periods.shifted(last.value, Unit.YEAR, 1) if _compares(last) else last.value
    yield found(match, value, f"refers back to “{last.words}”")


def _year_of_quarter(match: re.Match[str], scene: Scene) -> Iterator[Expression]:
    """“The 1988 period” beside a quarter is the same quarter of that year."""
    if scene.last and periods.unit_of(scene.last.value) is Unit.QUARTER:
        yield found(match, match["year"] + scene.last.value[4:], f"the quarter is that of “{scene.last.words}”")
    else:
        yield found(match, match["year"])


def _year_at_hand(match: re.Match[str], scene: Scene) -> Iterator[Expression]:
    if re.match(r"\s+end(?:ed|ing)\b", scene.text[match.end() :]):
        yield found(match, "P1Y", kind=Kind.DURATION)
    else:
        yield scene.from_article(match, Unit.YEAR, 0)


def _weekend(match: re.Match[str], scene: Scene) -> Iterator[Expression]:
    """The one before the article's date, or after it where the verb tells of the future."""
    today = scene.now(Unit.DAY)
    ahead = today is None or today.weekday() > 4 or scene.direction(match) > 0
    yield scene.from_article(match, Unit.WEEKEND, 0 if ahead else -1)


def _in_the_day(match: re.Match[str], scene: Scene) -> Iterator[Expression]:
    yield scene.from_article(match, lexicon.calendar_unit(match["unit"]), 0)


def _year_end(match: re.Match[str], scene: Scene) -> Iterator[Expression]:
    yield scene.from_article(match, Unit.YEAR, 0)


_WEEKDAYS = ("day", "mon.", "tue.", "tues.", "wed.", "thu.", "thur.", "thurs.", "fri.", "sat.", "sun.")
RELATIVE = Family(
    (
        Rule(_NAMED_DAY, _named_day, ("yesterday", "today", "tomorrow")),
        Rule(_YEAR_OF_QUARTER, _year_of_quarter, ("19", "20")),
        Rule(_YEAR_BEFORE, _year_before, ("year",)),
        Rule(_YEAR_STEP, _year_step, ("year",)),
        Rule(_AGO, _ago, ("ago", "now", "hence")),
        Rule(_FROM_OTHER, _from_other, ("earlier", "before", "previously", "prior", "later", "after")),
        Rule(_WEEKDAY, _weekday, _WEEKDAYS),
        Rule(_PERIOD, _period, ("last", "next", "this", "current")),
        Rule(
            _NEIGHBOUR, _neighbour, ("that", "same", "follow", "next", "previous", "preced", "prior", "before", "after")
        ),
        Rule(_QUARTER_AT_HAND, _quarter_at_hand, ("quarter", "period")),
        Rule(_YEAR_END, _year_end, ("year",)),
        Rule(_YEAR_AT_HAND, _year_at_hand, ("year",)),
        Rule(_WEEKEND, _weekend, ("weekend",)),
        Rule(_IN_THE_DAY, _in_the_day, ("later", "earlier", "early", "late")),
    ),
    relative=True,
)
