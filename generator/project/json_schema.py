"""JSON Schemas of the description files, for editors that complete and check while a person types.

The files in `schemas/` beside this module hold the same text; each description names its schema in its first line.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from generator.project.shapes import SHAPES, Shape
from generator.project.yaml_file import Steps

Schema: TypeAlias = dict[str, Any]

FOLDER = Path(__file__).parent / "schemas"
"""Where the schemas lie that the descriptions name; `make schemas` writes them."""


def schemas() -> Mapping[str, str]:
    """Schema file name (`sources.schema.json`) -> its text, ending in a newline. The same bytes at every call."""
    return {
        name.replace(".yml", ".schema.json"): json.dumps(schema_of(shape), indent=2, ensure_ascii=False) + "\n"
        for name, shape in SHAPES.items()
    }


@cache
def schema_of(shape: type[Shape]) -> Schema:
    """The JSON Schema of a description file."""
    raw = shape.model_json_schema()
    definitions: Schema = raw.pop("$defs", {})
    schema: Schema = _tidy(raw, definitions)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _tidy(node: Any, definitions: Schema) -> Any:
    """Every reference written out, without the titles and empty defaults that say nothing."""
    if isinstance(node, list):
        return [_tidy(item, definitions) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        target = definitions[node["$ref"].removeprefix("#/$defs/")]
        node = {**target, **{key: value for key, value in node.items() if key != "$ref"}}
    kept = {key: value for key, value in node.items() if not _says_nothing(key, value)}
    return {key: _tidy(value, definitions) for key, value in kept.items()}


def _says_nothing(key: str, value: object) -> bool:
    # A *field* may be called title or default; its value is then a schema, a mapping.
    return (key == "title" and isinstance(value, str)) or (
        key == "default" and (not isinstance(value, str) or not value)
    )


def at(schema: Schema, steps: Steps) -> Schema:
    """The part of `schema` that describes the value at `steps`; empty where it describes nothing."""
    for step in steps:
        for branch in _branches(schema):
            below = _below(branch, step)
            if below is not None:
                schema = below
                break
        else:
            return {}
    return schema


def _branches(schema: Schema) -> list[Schema]:
    alternatives = [*schema.get("oneOf", []), *schema.get("anyOf", [])]
    return [schema, *(branch for alternative in alternatives for branch in _branches(alternative))]


def _below(schema: Schema, step: str | int) -> Schema | None:
    found: Schema | None
    if isinstance(step, int):
        found = schema.get("items")
        return found
    found = schema.get("properties", {}).get(step)
    if found is None:
        found = next(iter(schema.get("patternProperties", {}).values()), None)
    return found


def fields(schema: Schema) -> tuple[str, ...]:
    """The names of the fields that a value of this schema may have."""
    return tuple(name for branch in _branches(schema) for name in branch.get("properties", {}))


def choices(schema: Schema) -> tuple[str, ...]:
    """The values that a text of this schema may have, where they are listed."""
    return tuple(value for branch in _branches(schema) for value in branch.get("enum", ()))


def write(folder: Path = FOLDER) -> None:
    """Write every schema into `folder`."""
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
