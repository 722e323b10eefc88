"""Fills the templates. Whatever a template prints is escaped for Markdown unless the page itself made it.

Jinja's autoescaping marks what is safe (`Markup`), and `finalize` escapes everything else for Markdown; so a template cannot forget to.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from generator import edtf, english, text
from generator.citations import escape
from generator.compose import order
from generator.compose.marks import article_of, inner_marks
from generator.compose.matrix import CHARGES_IN_RETURN
from generator.compose.page import Page
from generator.compose.plan import Plan
from generator.compose.statement import Statement, marked_unverified
from generator.compose.views import ChargeView, DisagreementView
from generator.model import Conflict, Evidence, Role, Speech

PAGE_KINDS = (
    "home",
    "definition",
    "allegations",
    "rebuttals",
    "open-questions",
    "positions",
    "timeline",
    "disagreements",
)

_IN_WORDS = dict(
    enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1)
)


def render(plan: Plan, evidence: Evidence, silent: Sequence[str]) -> dict[str, str]:
    """The pages by file name, as Markdown. `silent` are the accused for whom nobody speaks."""
    names = evidence.topic.pages
    templates = environment(evidence)
    same = {"plan": plan, "topic": evidence.topic, "pages": names, "silent": silent, **_facts(evidence)}
    return {
        names[kind]: _tidy(templates.get_template(f"{kind}.md.j2").render(page=Page(), **same))
        for kind in PAGE_KINDS
        if kind in names
    }


def _facts(evidence: Evidence) -> Mapping[str, object]:
    sources = evidence.sources
    kinds = [(kind, english.capital(kind.value)) for kind in Conflict]
    return {
        "newest": newest[1] if (newest := evidence.newest) else "",
        "source_count": len(sources),
        "originals": sum(source.original for source in sources.values()),
        "undated": [key for key, s in sources.items() if "issued" not in s.metadata or s.metadata["issued"].inferred],
        "unsigned": [key for key, s in sources.items() if "author" not in s.metadata or s.metadata["author"].inferred],
        "kinds": kinds,
    }


def environment(evidence: Evidence) -> Environment:
    """Templates as they are shipped, with the filters they use."""
    made = Environment(
        loader=FunctionLoader(_source),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_markdown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(
        stop=lambda shown: "" if re.search(r"[.?!…][’”]?$", shown) else ".",
        capital=lambda words: english.capital(str(words)),
        listed=english.listed,
        counted=_counted,
        in_words=_in_words,
        date=edtf.in_words,
        dates=lambda values: " or ".join(edtf.in_words(value) for value in values),
        with_article=lambda name: article_of(name, evidence),
        deed=_deed,
        charge_title=lambda view: _charge_title(view, evidence),
        disagreement_title=_disagreement_title,
        source_name=lambda key: evidence.sources[key].name,
    )
    return made


def _source(name: str) -> str:
    return files("generator.compose").joinpath("templates", name).read_text(encoding="utf-8")


def _markdown(value: object) -> object:
    return value if isinstance(value, Markup) else Markup(escape.escape(str(value)))  # noqa: S704  # escaped here


def _counted(number: int, noun: str) -> str:
    """The number in words with its noun: "two origins"."""
    return f"{_in_words(number)} {noun if number == 1 else english.plural(noun)}"


def _in_words(number: int) -> str:
    """The number as print gives it: up to twelve in words."""
    return _IN_WORDS.get(number, f"{number:,}")


def _deed(statement: Statement, returned: Container[str]) -> str:
    """What a statement does; `returned` are the ids of the passages that charge in return, which are told so everywhere."""
    passage = statement.passage
    word = {
        Role.ALLEGATION: "alleges",
        Role.REBUTTAL: "answers",
        Role.OPEN_QUESTION: "leaves open",
        Role.DEFINITION: "describes",
    }[passage.role]
    if passage.id in returned:
        word = CHARGES_IN_RETURN
    return word if passage.kind is Speech.QUOTE or not passage.speaker else f"{word} (paraphrased)"


def _charge_title(view: ChargeView, evidence: Evidence) -> str:
    """Heading of a charge. Words that their own source marks as unverified never stand in a heading."""
    speaker = view.first.speaker
    named = order.heading_name(speaker, evidence.topic) if speaker else view.first.carrier
    name = english.capital(named if named == speaker or not speaker else article_of(named, evidence))
    if view.first.unverified or marked_unverified(view.charge.claims[0].passages[0]):
        return f"{name}: a charge that its source marks as unverified"
    if not any(text.find(view.charge.heading, statement.words) for statement in view.statements):
        return name  # the words of the heading stand in a sentence that no statement could be made of
    return f"{name}: “{inner_marks(view.charge.heading)}”"


def _disagreement_title(view: DisagreementView) -> str:
    heading = view.first.heading
    if view.first.kind is not Conflict.POSITIONS:
        return heading
    if marked_unverified(view.first.versions[0]):
        return "A charge that its source marks as unverified"
    return f"“{inner_marks(heading)}”"


def _tidy(markdown: str) -> str:
    """At most one blank line in a row, one newline at the end, none between the items of a list."""
    lines: list[str] = []
    for line in map(str.rstrip, markdown.splitlines()):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).strip() + "\n"
