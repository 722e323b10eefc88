"""The citations of a bundle, looked up in the evidence that it carries."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from generator.export.bundle_format import TOP
from generator.export.citations import Carried
from generator.export.edition import built_name
from generator.model import Citation, Evidence, ScannedPage

Look: TypeAlias = Callable[[Path], tuple[Evidence, Sequence[ScannedPage]]]
"""A project's folder -> its evidence and its pages."""

_READ = (f"{TOP}seeds/", f"{TOP}docs/")


def carried(files: Mapping[str, bytes], look: Look) -> Mapping[str, Carried]:
    """What the notes quote and the whole text of the source that each names, by the note's address."""
    with tempfile.TemporaryDirectory(prefix="explainer-") as scratch:
        root = Path(scratch).resolve()
        for name, data in files.items():
            file = root / name
            # A name in an archive may lead anywhere.
            if name.startswith(_READ) and file.resolve().is_relative_to(root):
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)
        evidence, pages = look(root / TOP)
    texts = {key: document.text for key, document in evidence.documents.items()}
    return {
        f"{built_name(page.path)}#{note.label}": Carried(note.body.words, texts.get(note.body.key, ""))
        for page in pages
        for note in page.notes
        if isinstance(note.body, Citation)
    }
