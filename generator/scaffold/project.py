"""Writes a new project: all of it, or nothing."""

from __future__ import annotations

import tempfile
from pathlib import Path

from generator import pipeline, project
from generator.errors import UsageError
from generator.project.json_schema import schemas
from generator.scaffold.origin import Origin
from generator.scaffold.render import TEMPLATES, render
from generator.scaffold.topic import NewTopic

SCHEMAS = "seeds/.schemas"
"""Hidden, so that nothing in it is taken for evidence."""


def make(folder: Path, topic: NewTopic, generator: Origin) -> tuple[str, ...]:
    """Makes the project in `folder`, which must not exist or be empty, with its first pages; gives the paths of its files.

    Everything is written beside the folder first and then put in its place. Raises UsageError for a folder that holds something or
    cannot be written, ProjectError for a topic that cannot be described.
    """
    refuse_unless_empty(folder)
    place = folder.absolute()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=place.parent, prefix=".new-") as beside:
            made = Path(beside) / "project"
            _write(made, topic, generator)
            pipeline.generate(pipeline.study(made), dry=False)
            (made / pipeline.DOCS / ".drafts" / ".lock").unlink(missing_ok=True)
            if place.is_dir():
                place.rmdir()
            made.rename(place)
    except OSError as error:
        raise UsageError(
            f"the project cannot be written: {error.strerror}",
            where=str(folder),
            help="name another folder, or make this one writable; nothing was written",
        ) from error
    return tuple(sorted(path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()))


def refuse_unless_empty(folder: Path) -> None:
    """Raises UsageError for a path that is taken."""
    if folder.is_dir() and not folder.is_symlink() and not any(folder.iterdir()):
        return
    if folder.exists() or folder.is_symlink():
        found = "the folder is not empty" if folder.is_dir() else "there is something of that name already"
        raise UsageError(
            f"{found}, and nothing is ever overwritten", where=str(folder), help="name a folder that does not exist yet"
        )


def _write(root: Path, topic: NewTopic, generator: Origin) -> None:
    values: dict[str, object] = {"topic": topic, "generator": generator, "schemas": SCHEMAS.partition("/")[2]}
    texts = {path: render(path, values) for path in TEMPLATES if path.startswith("seeds/")}
    texts |= {f"{SCHEMAS}/{name}": text for name, text in schemas().items()}
    _write_all(root, texts)
    values["pages"] = project.load(root).topic.pages
    _write_all(root, {path: render(path, values) for path in TEMPLATES if not path.startswith("seeds/")})


def _write_all(root: Path, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
