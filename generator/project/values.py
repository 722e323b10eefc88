"""The kinds of value that stand in the description files, each with its check and its message."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.project.yaml_file import quoted

KEY = r"^(?!index$)[a-z0-9][a-z0-9-]*$"
"""Source `index` would have the page of the bibliography."""
DIGEST = r"^[0-9a-f]{64}$"
FILE = r"^(?![A-Za-z]:)(?!/)(?!(.*/)?\.\.?(/|$))[^\\]+$"
WEB = r"^https?://[^\s<>\"\\]+$"
LANGUAGE = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
PAGE = r"^[^\s/\\.][^\s/\\]*\.md$"
DATE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
EDTF = r"^[0-9]{4}(-[0-9]{2}){0,2}(/[0-9]{4}(-[0-9]{2}){0,2})?$"


DIGEST_ADVICE = "write 64 zeros, and `explainer check` prints the right one"


def _refuse(expected: str, found: str, advice: str = "") -> PydanticCustomError:
    return _refused(f"{expected}; found {quoted(found)}", advice)


def _refused(message: str, advice: str = "") -> PydanticCustomError:
    # Values travel as context: a brace in what a person wrote must not be read as a placeholder.
    return PydanticCustomError("described", "{message}", {"message": message, "advice": advice})


def _words(value: str) -> str:
    """Text that is compared with a source: kept as written."""
    if not value.strip():
        raise _refuse("expected text", value)
    for character in value:
        if unicodedata.category(character) == "Cc" and character not in "\n\t":
            raise _refuse("expected text without control characters", f"U+{ord(character):04X}", "delete the character")
    return value


def _line(value: str) -> str:
    return " ".join(_words(value).split())


def _key(value: str) -> str:
    if value == "index":
        raise _refused('"index" cannot be a key: sources/index is the page of the bibliography', "choose another key")
    if not re.fullmatch(KEY, value):
        advice = (
            "use lower-case letters, digits and hyphens, beginning with a letter or digit: what a person types after @"
        )
        raise _refuse("expected a short key such as daily-news", value, advice)
    return value


def _digest(value: str) -> str:
    if not re.fullmatch(DIGEST, value):
        raise _refuse("expected a sha256 of 64 hexadecimal digits in lower case", value, DIGEST_ADVICE)
    return value


def _file(value: str) -> str:
    if not re.fullmatch(FILE, _line(value)) or "//" in value or value.endswith("/"):
        advice = "write the path from seeds/, with forward slashes, without .. and without a drive or leading slash"
        raise _refuse("expected the path of a file inside seeds/", value, advice)
    return value


def _web_address(value: str) -> str:
    try:
        parts = urlsplit(value)
        valid = bool(re.fullmatch(WEB, value) and parts.hostname and parts.username is None and parts.port != 0)
    except ValueError:
        valid = False
    if not valid:
        raise _refuse(
            "expected an address that begins with http:// or https://",
            value,
            "leave the field out where the article states none",
        )
    return value


def _language(value: str) -> str:
    if not re.fullmatch(LANGUAGE, value):
        raise _refuse("expected a language tag such as en or pt-BR", value)
    return value


def _page(value: str) -> str:
    if not re.fullmatch(PAGE, value):
        raise _refuse(
            "expected the name of a page in docs/ such as timeline.md", value, "no folders, no blanks, ending in .md"
        )
    return value


def _exists(day: str) -> bool:
    year, month, of_month = (*day.split("-"), "01", "01")[:3]
    try:
        date(int(year), int(month), int(of_month))
    except ValueError:
        return False
    return True


def _refuse_no_such_day(day: str) -> None:
    if not _exists(day):
        parts = (("year", day[:4]), ("month", day[:7]), ("day", day))
        unit = next(unit for unit, part in parts if not _exists(part))
        raise _refused(f"no such {unit}: {quoted(day)}", "write the date as the calendar has it")


def _date(value: str) -> str:
    if not re.fullmatch(DATE, value):
        raise _refuse("expected a date as year-month-day such as 2026-04-26", value)
    _refuse_no_such_day(value)
    return value


def _edtf(value: str) -> str:
    ends = value.split("/")
    if not re.fullmatch(EDTF, value):
        advice = "write 2026, 2026-04, 2026-04-26, or an interval 2026-04-25/2026-05-14"
        raise _refuse("expected a date", value, advice)
    for end in ends:
        _refuse_no_such_day(end)
    # "~" sorts after every digit: an interval may end in the month or year that it begins in.
    if ends[0] > ends[-1] + "~":
        raise _refuse("expected an interval whose first date is the earlier one", value, f"write {ends[1]}/{ends[0]}")
    return value


Line = Annotated[str, AfterValidator(_line), WithJsonSchema({"type": ["string", "number"], "minLength": 1})]
"""One line of text; white space folded. Editors may see an unquoted number."""
Words = Annotated[str, AfterValidator(_words), WithJsonSchema({"type": ["string", "number"], "minLength": 1})]
"""Words of a source, as they stand there."""
Key = Annotated[str, AfterValidator(_key), WithJsonSchema({"type": "string", "pattern": KEY})]
Digest = Annotated[str, AfterValidator(_digest), WithJsonSchema({"type": "string", "pattern": DIGEST})]
RelativeFile = Annotated[str, AfterValidator(_file), WithJsonSchema({"type": "string", "pattern": FILE})]
WebAddress = Annotated[str, AfterValidator(_web_address), WithJsonSchema({"type": "string", "pattern": WEB})]
Language = Annotated[str, AfterValidator(_language), WithJsonSchema({"type": "string", "pattern": LANGUAGE})]
PageName = Annotated[str, AfterValidator(_page), WithJsonSchema({"type": "string", "pattern": PAGE})]
IsoDate = Annotated[str, AfterValidator(_date), WithJsonSchema({"type": "string", "pattern": DATE})]
EdtfDate = Annotated[str, AfterValidator(_edtf), WithJsonSchema({"type": ["string", "integer"], "pattern": EDTF})]
"""A date in the part of EDTF that metadata needs."""

CslType = Literal[
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter",
    "classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event", "figure",
    "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
    "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical", "personal_communication",
    "post", "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech", "standard",
    "thesis", "treaty", "webpage",
]  # fmt: skip
"""The item types of CSL 1.0.2."""
