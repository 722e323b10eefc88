from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator.project import schemas
from generator.project.json_schema import FOLDER, at, choices, fields, schema_of, write
from generator.project.shapes import SHAPES, SourcesFile, TopicFile


def test_the_files_beside_the_models_are_current() -> None:
    held = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
    assert held == dict(schemas()), "the shapes have changed: run `make schemas`"


def test_they_are_written_as_they_are_held(tmp_path: Path) -> None:
    write(tmp_path)
    assert {path.name: path.read_bytes().decode() for path in tmp_path.iterdir()} == dict(schemas())


def test_every_description_has_a_schema_that_editors_can_read() -> None:
    assert set(schemas()) == {f"{name}.schema.json" for name in ("sources", "topic", "queries", "corrections")}
    for text in schemas().values():
        schema = json.loads(text)
        assert schema["$schema"].startswith("https://json-schema.org/")
        assert schema["additionalProperties"] is False


@pytest.mark.parametrize("shape", SHAPES.values())
def test_every_field_is_described_and_none_refers_elsewhere(shape: type) -> None:
    def walk(node: object) -> None:
        if isinstance(node, dict):
            assert "$ref" not in node
            for field in node.get("properties", {}).values():
                assert field["description"].endswith((".", "?", ").", '".'))
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    walk(schema_of(shape))


def test_a_value_is_found_by_the_way_to_it() -> None:
    schema = schema_of(SourcesFile)
    assert fields(at(schema, ("sources", "any", "title"))) == ("inferred", "because")
    assert "webpage" in choices(at(schema, ("sources", "any", "type", "inferred")))
    assert at(schema, ("sources", "any", "nothing")) == {}
    assert choices(at(schema_of(TopicFile), ("parties", 3, "side"))) == ("accuses", "accused", "neither")


@pytest.mark.slow
def test_the_hash_seed_does_not_show() -> None:
    command = [sys.executable, "-c", "from generator.project import schemas; print(repr(dict(schemas())))"]
    first, second = (subprocess.check_output(command, env={"PYTHONHASHSEED": seed, "PATH": ""}) for seed in "12")
    assert first == second
