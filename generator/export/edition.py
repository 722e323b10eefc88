"""What every copy of one state of the site has in common."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from generator.export.citations import Cited
from generator.export.manifest import Manifest
from generator.export.site import Site
from generator.model import Citation, Evidence, ScannedPage


@dataclass(frozen=True, slots=True)
class Edition:
    """The built site together with what it was built from."""

    site: Site
    evidence: Evidence
    scanned: tuple[ScannedPage, ...]
    """The Markdown pages; paths begin with `docs/`."""
    licence: str
    """Text of the project's licence; "" where it has none."""
    moment: int
    """The time that the copies bear: seconds since 1970 in UTC."""
    version: str
    """Of the generator."""
    root: Path = Path()
    """The project's folder."""

    @property
    def made(self) -> datetime:
        """The time that the copies bear."""
        return datetime.fromtimestamp(self.moment, UTC)

    @property
    def citations(self) -> tuple[Cited, ...]:
        """Every note that quotes a source, by page and label."""
        return tuple(
            sorted(
                Cited(built_name(page.path), label, body.key, body.words)
                for page in self.scanned
                # Of several notes under one label a page shows the last.
                for label, body in {note.label: note.body for note in page.notes}.items()
                if isinstance(body, Citation)
            )
        )

    @property
    def statements(self) -> int:
        """Marks in the running text that have a note."""
        return sum(
            reference.label in {note.label for note in page.notes}
            for page in self.scanned
            for reference in page.references
        )

    def manifest(self, form: str, pages: int, files: dict[str, str], leaves_out: tuple[str, ...]) -> Manifest:
        """The description of a copy; `files` are digests by path."""
        return Manifest(
            format=form,
            title=self.site.title,
            language=self.site.language,
            generator=self.version,
            made=self.made.strftime("%Y-%m-%dT%H:%M:%SZ"),
            evidence=self.evidence.digest,
            sources={key: source.sha256 for key, source in self.evidence.sources.items()},
            licence=self.licence.strip().partition("\n")[0] or "none stated",
            leaves_out=leaves_out,
            pages=pages,
            statements=self.statements,
            citations=self.citations,
            files=files,
        )


def built_name(path: str) -> str:
    """The page's name in citations: `docs/allegations.md` is built as `allegations.html`, a README as the index of its folder."""
    name = path.removeprefix("docs/").rpartition(".")[0]
    folder, slash, last = name.rpartition("/")
    return f"{folder}{slash}index" if last == "README" else name
