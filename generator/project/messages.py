"""Turns what validation found into messages for the person who wrote the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.errors import ProjectError
from generator.model import Diagnostic
from generator.project.json_schema import Schema, at, choices, fields, schema_of
from generator.project.shapes import Shape
from generator.project.yaml_file import Steps, YamlFile, kind_of, quoted

SIMILARITY = 0.6
"""difflib's own default: finds `titel`, `container_title` and `acuses`, and leaves unrelated names alone."""


KEY_MARK = "[key]"
MARKS = (KEY_MARK, "<stated>", "<inferred>", "<one>", "<several>")
"""What stands in pydantic's path to a value besides names and positions: its own mark of a key, and the tags of `shapes`."""


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that a person most likely meant, or ""."""
    by_folded = {candidate.casefold(): candidate for candidate in known}
    found = get_close_matches(name.casefold(), by_folded, n=1, cutoff=SIMILARITY)
    return by_folded[found[0]] if found else ""


def suggestion(name: str, known: Iterable[str], kind: str) -> str:
    """Help for an unknown name: the nearest one, else all of them."""
    names = sorted(known)
    near = nearest(name, names)
    if near:
        return f'did you mean "{near}"?'
    return f"known {kind}: {', '.join(names)}" if names else f"there are no {kind}"


def path_of(steps: Steps) -> str:
    """The way to a value as people write it: `parties[2].side`."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return text.removeprefix(".")


def explain(file: YamlFile, error: ValidationError, shape: type[Shape]) -> Iterator[Diagnostic]:
    """One diagnostic for each thing that is wrong with the file's fields."""
    schema = schema_of(shape)
    for details in error.errors(include_url=False):
        steps = _steps(details)
        explainer = EXPLAINERS.get(details["type"], _of_another_kind)
        found = explainer(file, steps, details, schema)
        yield replace(found, help=shape.start) if _is_empty_file(steps, details, shape) else found


def _is_empty_file(steps: Steps, details: ErrorDetails, shape: type[Shape]) -> bool:
    """Whether all is missing, or a field that the file cannot do without is empty."""
    if not steps:
        return not details["input"]
    field = shape.model_fields.get(str(steps[0])) if len(steps) == 1 else None
    return field is not None and field.is_required() and not details["input"]


def _steps(details: ErrorDetails) -> Steps:
    """The way to the value in the file, without the marks that validation sets between the names."""
    *holders, last = details["loc"] or (KEY_MARK,)
    steps = tuple(step for step in holders if step not in MARKS)
    # A name that is not known is a person's own, even where it looks like a mark.
    return (*steps, last) if last not in MARKS or details["type"] == "extra_forbidden" else steps


def _missing(file: YamlFile, steps: Steps, _: ErrorDetails, schema: Schema) -> Diagnostic:
    holder, name = steps[:-1], steps[-1]
    where = f"{path_of(holder)}: " if holder else ""
    described = at(schema, steps).get("description", "")
    return file.problem(holder, f'{where}the field "{name}" is missing', f"add `{name}: ...`: {described}")


def _unknown(file: YamlFile, steps: Steps, _: ErrorDetails, schema: Schema) -> Diagnostic:
    holder, name = steps[:-1], str(steps[-1])
    where = f"{path_of(holder)}: " if holder else ""
    advice = suggestion(name, fields(at(schema, holder)), "fields")
    return file.problem(steps, f"{where}there is no field {quoted(name)}", advice)


def _not_a_choice(file: YamlFile, steps: Steps, details: ErrorDetails, schema: Schema) -> Diagnostic:
    known = choices(at(schema, steps))
    found = details["input"]
    if not isinstance(found, str):
        return _wrong_kind(f"one of {', '.join(known)}")(file, steps, details, schema)
    advice = suggestion(found, known, "values")
    return file.problem(steps, f"{path_of(steps)}: {quoted(found)} is not a value of this field", advice, at_value=True)


def _described(file: YamlFile, steps: Steps, details: ErrorDetails, _: Schema) -> Diagnostic:
    context: dict[str, Any] = details.get("ctx", {})
    is_key = details["loc"][-1] == KEY_MARK
    return file.problem(steps, f"{path_of(steps)}: {context['message']}", context["advice"], at_value=not is_key)


def _empty(file: YamlFile, steps: Steps, _: ErrorDetails, schema: Schema) -> Diagnostic:
    return file.problem(
        steps, f"{path_of(steps)}: expected at least one entry", at(schema, steps).get("description", "")
    )


def _wrong_kind(expected: str) -> Callable[[YamlFile, Steps, ErrorDetails, Schema], Diagnostic]:
    def explain_kind(file: YamlFile, steps: Steps, details: ErrorDetails, schema: Schema) -> Diagnostic:
        found = details["input"]
        shown = f"the text {quoted(found)}" if isinstance(found, str) else kind_of(found)
        where = f"{path_of(steps)}: " if steps else ""
        names = fields(at(schema, steps))
        advice = "leave the field out, or give it a value" if found is None else ""
        if expected == "fields" and names and not advice:
            advice = f"the fields are {', '.join(names)}"
        return file.problem(steps, f"{where}expected {expected}, found {shown}", advice, at_value=found is not None)

    return explain_kind


def _of_another_kind(file: YamlFile, steps: Steps, details: ErrorDetails, schema: Schema) -> Diagnostic:
    return file.problem(steps, f"{path_of(steps)}: {details['msg']}", at(schema, steps).get("description", ""))


EXPLAINERS: dict[str, Callable[[YamlFile, Steps, ErrorDetails, Schema], Diagnostic]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "literal_error": _not_a_choice,
    "enum": _not_a_choice,
    "described": _described,
    "string_type": _wrong_kind("text"),
    "list_type": _wrong_kind("a list"),
    "tuple_type": _wrong_kind("a list"),
    "dict_type": _wrong_kind("fields"),
    "model_type": _wrong_kind("fields"),
    "too_short": _empty,
}
"""pydantic's name of an error -> what says it in a person's words."""


class DescriptionError(ProjectError):
    """All the mistakes of the description files at once."""

    def __init__(self, findings: Sequence[Diagnostic]) -> None:
        self.findings = tuple(findings)
        """At least one, in the order of their places."""
        if len(self.findings) == 1:
            (only,) = self.findings
            super().__init__(only.message, where=place_of(only), help=only.help)
        else:
            several = (str(ProjectError(one.message, where=place_of(one), help=one.help)) for one in self.findings)
            super().__init__("\n".join((f"{len(self.findings)} mistakes in the project's description", *several)))


def raise_if_any(problems: Iterable[Diagnostic]) -> None:
    """Raise one DescriptionError that holds all problems, in the order of their places."""
    found = sorted(set(problems))
    if found:
        raise DescriptionError(found)


def place_of(problem: Diagnostic) -> str:
    """`file:line:column`, or the file alone."""
    return f"{problem.path}:{problem.line}:{problem.column}" if problem.line else problem.path
