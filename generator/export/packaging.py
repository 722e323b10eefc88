"""The files by which an EPUB 3 describes itself: container, package document, navigation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from generator.export.media_types import media_type

FOLDER = "EPUB/"
"""The folder of everything but what the container format itself asks for."""

_CONTAINER = f"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="{FOLDER}package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_FEATURES = ("tableOfContents", "structuralNavigation", "readingOrder", "ARIA")
_SUMMARY = (
    "All of the text is text: headings, lists, tables and notes are marked as such, each note is linked with its statement both "
    "ways, and what colour shows is said in words as well."
)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DRAWING = re.compile(r"<svg\b")


@dataclass(frozen=True, slots=True)
class Entry:
    """A content document."""

    file: str
    title: str
    page: str
    """XHTML."""
    outline: tuple[tuple[str, str], ...]
    """(address, text) of the headings in it."""


@dataclass(frozen=True, slots=True)
class Publication:
    """What the package document says."""

    identifier: str
    """A URN that stays the same from one edition to the next."""
    title: str
    description: str
    language: str
    rights: str
    made: datetime
    entries: Sequence[Entry]
    extras: Mapping[str, bytes]
    """Style and pictures by file name."""
    bibliography: str
    """The file in which the list of sources stands; "" where there is none."""


def description(publication: Publication) -> Mapping[str, bytes]:
    """The container's, the package's and the navigation's files by path."""
    return {
        "META-INF/container.xml": _CONTAINER.encode(),
        f"{FOLDER}package.opf": _package(publication).encode(),
        f"{FOLDER}nav.xhtml": _navigation(publication).encode(),
    }


def xhtml(title: str, language: str, body: str) -> str:
    """A content document; `title` and `body` are markup. What XML does not allow becomes U+FFFD."""
    page = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        f'lang="{escape(language)}" xml:lang="{escape(language)}">\n'
        f'<head><meta charset="utf-8"/><title>{title}</title><link rel="stylesheet" type="text/css" href="book.css"/></head>\n'
        f"<body>\n{body}\n</body>\n</html>\n"
    )
    return _NOT_XML.sub("\ufffd", page)


def _package(publication: Publication) -> str:
    language = escape(publication.language)
    items = "\n".join(_items(publication))
    spine = "\n".join(f'<itemref idref="c{at}"/>' for at in range(len(publication.entries)))
    return _NOT_XML.sub(
        "\ufffd",
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{language}">\n'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n{_metadata(publication)}\n</metadata>\n'
        f'<manifest>\n{items}\n</manifest>\n<spine>\n<itemref idref="nav"/>\n{spine}\n</spine>\n</package>\n',
    )


def _metadata(publication: Publication) -> str:
    pictures = any(not name.endswith(".css") for name in publication.extras)
    stated = {
        'dc:identifier id="id"': publication.identifier,
        "dc:title": publication.title,
        "dc:language": publication.language,
        "dc:description": publication.description,
        "dc:rights": publication.rights,
        "dc:date": f"{publication.made:%Y-%m-%d}",
    }
    properties = [
        ("dcterms:modified", f"{publication.made:%Y-%m-%dT%H:%M:%SZ}"),
        ("schema:accessMode", "textual"),
        *([("schema:accessMode", "visual")] if pictures else []),
        ("schema:accessModeSufficient", "textual"),
        *(("schema:accessibilityFeature", feature) for feature in _FEATURES),
        ("schema:accessibilityHazard", "none"),
        ("schema:accessibilitySummary", _SUMMARY),
    ]
    return "\n".join(
        [
            *(f"<{name}>{escape(value)}</{name.split()[0]}>" for name, value in stated.items() if value),
            *(f'<meta property="{name}">{escape(value)}</meta>' for name, value in properties),
        ]
    )


def _items(publication: Publication) -> Iterator[str]:
    yield '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    for at, entry in enumerate(publication.entries):
        properties = ' properties="svg"' if _DRAWING.search(entry.page) else ""
        yield f'<item id="c{at}" href="{escape(entry.file)}" media-type="application/xhtml+xml"{properties}/>'
    for at, name in enumerate(publication.extras):
        yield f'<item id="x{at}" href="{escape(name)}" media-type="{media_type(name)}"/>'


def _navigation(publication: Publication) -> str:
    landmarks = [("toc", "nav.xhtml", "Contents"), ("bodymatter", publication.entries[0].file, "The pages")]
    if publication.bibliography:
        landmarks.append(("bibliography", publication.bibliography, "Sources"))
    landmarks.append(("backmatter", publication.entries[-1].file, publication.entries[-1].title))
    chapters = "\n".join(_chapter(entry) for entry in publication.entries)
    marks = "\n".join(
        f'<li><a epub:type="{kind}" href="{escape(file)}">{escape(text)}</a></li>' for kind, file, text in landmarks
    )
    body = (
        f'<nav epub:type="toc" role="doc-toc" id="toc"><h1>{escape(publication.title)}</h1>\n<ol>\n{chapters}\n</ol></nav>\n'
        f'<nav epub:type="landmarks" hidden="hidden"><h2>Landmarks</h2>\n<ol>\n{marks}\n</ol></nav>'
    )
    return xhtml(escape(publication.title), publication.language, body)


def _chapter(entry: Entry) -> str:
    inside = "".join(f'<li><a href="{escape(address)}">{escape(text)}</a></li>' for address, text in entry.outline)
    nested = f"<ol>{inside}</ol>" if inside else ""
    return f'<li><a href="{escape(entry.file)}">{escape(entry.title)}</a>{nested}</li>'
