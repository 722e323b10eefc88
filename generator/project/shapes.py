"""The shape of the description files. The JSON Schemas for editors are generated from these models."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Generic, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag

from generator.model import Side
from generator.project.values import (
    CslType,
    Digest,
    EdtfDate,
    IsoDate,
    Key,
    Language,
    Line,
    PageName,
    RelativeFile,
    WebAddress,
    Words,
)

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

T = TypeVar("T")
U = TypeVar("U")


class Shape(BaseModel):
    """Fields by name, and no others."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    start: ClassVar[str] = ""
    """Of a whole file: what to write into an empty one."""

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The schema with what is written under each field. Pydantic can read that, too, but does so at every import: a thirtieth of a small run."""
        schema = handler.resolve_ref_schema(handler(core_schema))
        described = dict(chain.from_iterable(map(_described, reversed(cls.__mro__))))
        for name, field in cls.model_fields.items():
            if name in described:
                schema["properties"][field.alias or name]["description"] = described[name]
        return schema


def _described(shape: type) -> Iterator[tuple[str, str]]:
    """The fields that a class adds, each with the text under it."""
    if not issubclass(shape, Shape) or "[" in shape.__name__:
        return  # no shape, or one of a generic shape's parts, whose fields are the generic one's
    (made,) = ast.parse(textwrap.dedent(inspect.getsource(shape))).body
    assert isinstance(made, ast.ClassDef)
    for field, below in pairwise(made.body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr):
            yield field.target.id, inspect.cleandoc(ast.literal_eval(below.value))


def absent(alias: str | None = None) -> Any:
    """An optional field. One that is named and left empty is refused: not stated and forgotten look the same."""
    return Field(None, alias=alias)


class Inferred(Shape, Generic[T]):
    """What a person inferred because the article does not state it."""

    inferred: T
    """The value."""
    because: Line
    """The ground of the inference, for readers: one sentence without a full stop."""


def _ground(value: object) -> str:
    return "<inferred>" if isinstance(value, dict | Inferred) else "<stated>"


def _number(value: object) -> str:
    return "<several>" if isinstance(value, list) else "<one>"


# The tags stand in angle brackets so that an error's path can be told from a field's name.
Metadata = Annotated[Annotated[T, Tag("<stated>")] | Annotated[U, Tag("<inferred>")], Discriminator(_ground)]
"""A plain value is what the article states; `{inferred: ..., because: ...}` is what a person inferred."""
Names = Annotated[
    Annotated[Line, Tag("<one>")] | Annotated[list[Line], Tag("<several>"), Field(min_length=1)], Discriminator(_number)
]
"""One name or a list of names."""


StatedLine = Metadata[Line, Inferred[Line]]
StatedNames = Metadata[Names, Inferred[Names]]
StatedType = Metadata[CslType, Inferred[CslType]]
StatedDate = Metadata[EdtfDate, Inferred[EdtfDate]]
StatedAddress = Metadata[WebAddress, Inferred[WebAddress]]
StatedLanguage = Metadata[Language, Inferred[Language]]


class AdmissionShape(Shape):
    """A passage of another article in the same file, let in by hand."""

    words: Words
    """The passage's words, as they stand in the file."""
    reason: Line
    """Why they belong to the evidence."""


class CslShape(Shape):
    """The bibliographic fields, by the names of the Citation Style Language (CSL 1.0.2). Leave out what is not stated."""

    type: StatedType = absent()
    """The CSL item type."""
    title: StatedLine = absent()
    """The article's title."""
    author: StatedNames = absent()
    """Who wrote it: one name or a list."""
    editor: StatedNames = absent()
    """Who edited it: one name or a list."""
    translator: StatedNames = absent()
    """Who translated it: one name or a list."""
    container_title: StatedLine = absent("container-title")
    """Title of the newspaper, site, feed or book that holds the article."""
    section: StatedLine = absent()
    """Section of the newspaper or site."""
    publisher: StatedLine = absent()
    """Who published it."""
    publisher_place: StatedLine = absent("publisher-place")
    """Where the publisher is."""
    issued: StatedDate = absent()
    """When it was issued: 2026, 2026-04, 2026-04-26, or an interval 2026-04-25/2026-05-14."""
    accessed: StatedDate = absent()
    """When the text was taken from its address."""
    url: StatedAddress = absent("URL")
    """Its address, http or https."""
    doi: StatedLine = absent("DOI")
    """Its Digital Object Identifier."""
    language: StatedLanguage = absent()
    """Language of the text: en, pt-BR."""
    genre: StatedLine = absent()
    """What kind of text it is, in a word: "press release"."""
    volume: StatedLine = absent()
    """Volume number."""
    issue: StatedLine = absent()
    """Issue number."""
    page: StatedLine = absent()
    """Page or range of pages."""
    number: StatedLine = absent()
    """Number of a bill, report or standard."""


class SourceShape(CslShape):
    """One source: one article that pages may cite."""

    file: RelativeFile
    """Path of the raw article, from seeds/, with forward slashes."""
    sha256: Digest
    """Digest of the file's bytes: 64 hexadecimal digits in lower case. With 64 zeros, `explainer check` prints the right one."""
    article: Line = ""
    """Headline of this entry's article, where the file holds several."""
    called: Line = ""
    """How running text names the source: "the unsigned analysis". Default: the container's title, else the key."""
    speaks: StatedLine
    """Who speaks in the source, in one line: "opinion column"."""
    publish: Literal["excerpts", "full"] = "excerpts"
    """What the site shows: the cited passages, or the full text (only where one may republish it)."""
    admits: tuple[AdmissionShape, ...] = ()
    """Passages of other articles in the same file that belong to the evidence."""


def _none_yet(value: object) -> object:
    return {} if value is None else value


class SourcesFile(Shape):
    """The sources of the explainer: one entry a source, under the key that a citation names after the @."""

    start = (
        "write `sources:` and below it, indented, an entry for each source: "
        f'`my-source: {{file: my-article.txt, sha256: "{"0" * 64}", speaks: opinion column}}`'
    )
    sources: Annotated[dict[Key, SourceShape], BeforeValidator(_none_yet)] = Field(
        json_schema_extra={"additionalProperties": False, "type": ["object", "null"]}
    )
    """The sources by key. Left empty: there are none yet."""


class PartyShape(Shape):
    """A person, company, state body or group that takes part in the dispute."""

    name: Line
    """The name that pages use."""
    aliases: tuple[Line, ...] = ()
    """Other names of the same party in the sources."""
    side: Side = Side.NEITHER
    """Where the party stands, as the sources tell it."""
    of: Line = ""
    """Name of the party this one belongs to or speaks for."""


class PagesShape(Shape):
    """File names of the pages in docs/, where they are to differ from the usual ones."""

    home: PageName = absent()
    """The first page (index.md)."""
    definition: PageName = absent()
    """What the subject is (what-is-SUBJECT.md)."""
    allegations: PageName = absent()
    """The charges with their answers (allegations.md)."""
    rebuttals: PageName = absent()
    """The rebuttals (rebuttals.md)."""
    open_questions: PageName = absent("open-questions")
    """What is not settled (open-questions.md)."""
    positions: PageName = absent()
    """Who says what (who-says-what.md)."""
    timeline: PageName = absent()
    """The timeline (timeline.md)."""
    disagreements: PageName = absent()
    """Where the sources disagree (disagreements.md)."""


class TopicFile(Shape):
    """What the explainer is about. No sentences of the sources and no cues stand here."""

    start = "write at least `title: ...` and `subject: ...`, each on a line of its own"
    title: Line
    """Title of the explainer."""
    subject: Line
    """The contested thing in one or two words."""
    question: Line = ""
    """The dispute as one neutral question."""
    terms: tuple[Line, ...] = ()
    """Words by which a passage on the subject is recognised: whole words, in any case of letters. Default: the subject."""
    parties: tuple[PartyShape, ...] = ()
    """Everyone who takes part."""
    pages: PagesShape = PagesShape()
    """File names of the pages."""
    wanted: tuple[Line, ...] = ()
    """Sources that would fill a gap and are not at hand: "the memo itself". The page on how the site is made lists them."""


class QueryShape(Shape):
    """A point in a source that looks wrong: shown at each use, never corrected."""

    source: Key
    """Key of the source."""
    words: Words
    """The words that look wrong, as they stand in the source."""
    ground: Line
    """Why they look wrong."""
    by: Line
    """Who queried them."""
    date: IsoDate
    """Day of the query: 2026-04-26."""


class QueriesFile(Shape):
    """The points in the sources that look wrong."""

    start = "write `queries: []`, or delete the file: the project can do without it"
    queries: tuple[QueryShape, ...]
    """One entry a point."""


class CorrectionShape(Shape):
    """What was corrected, for readers who saw it before."""

    date: IsoDate
    """Day of the correction: 2026-04-26."""
    page: PageName = absent()
    """The page in docs/ that was corrected."""
    source: Key = absent()
    """Key of the source that was withdrawn or replaced."""
    was: Line
    """What stood there before."""
    now: Line = Field("", alias="is")
    """What stands there now; leave it out where nothing does."""
    why: Line
    """The reason, in one sentence."""


class CorrectionsFile(Shape):
    """The log of corrections: it only grows."""

    start = "write `corrections: []`, or delete the file: the project can do without it"
    corrections: tuple[CorrectionShape, ...]
    """One entry a correction."""


SHAPES: dict[str, type[Shape]] = {
    "sources.yml": SourcesFile,
    "topic.yml": TopicFile,
    "queries.yml": QueriesFile,
    "corrections.yml": CorrectionsFile,
}
"""File name in seeds/ -> its shape."""


def fields_of(shape: Shape) -> Iterator[tuple[str, object]]:
    """The fields that a file sets, under the names it uses, in the order of the model."""
    for name, field in type(shape).model_fields.items():
        value = getattr(shape, name)
        if value is not None:
            yield field.alias or name, value
