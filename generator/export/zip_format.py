"""The site as an archive whose pages open from disk."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.errors import ExportError
from generator.export import about
from generator.export.content import Content, source_texts
from generator.export.edition import Edition

TOP = "explainer/"
"""The folder that everything unpacks into."""

_INDEX = "search/search_index.js"
_LANGUAGES = re.compile(r'"lang":\s*\[([^\]]*)\]')
_STEMMERS = "assets/javascripts/lunr/"
_STEMMER = re.compile(r"lunr\.(\w+)\.min\.js")
_SEGMENTERS = {"tinyseg.js": {"ja"}, "wordcut.js": {"hi", "th"}}
_BUILT_IN = "en"
_DEAD = re.compile(r".*\.map|sitemap\.xml(\.gz)?|404\.html")
"""Source maps, and what speaks to search engines and web servers."""
LEAVES_OUT = ("source maps, the sitemap, and search in other languages than the site's",)


def make(edition: Edition, file: str) -> Content:
    """All files that a page read from disk can ask for. Raises ExportError where the site's links or search need a server."""
    leaves_out = (*LEAVES_OUT, *source_texts(edition))
    files = {f"{TOP}{path}": data for path, data in site_files(edition.site.folder).items()}
    files[f"{TOP}README.txt"] = about.readme(edition, file, leaves_out).encode()
    files[f"{TOP}LICENSE.txt"] = (edition.licence or f"{about.NO_LICENCE}\n").encode()
    return Content(dict(sorted(files.items())), len(edition.site.pages), leaves_out, f"{TOP}MANIFEST.json")


def site_files(folder: Path) -> Mapping[str, bytes]:
    """The files of the site that a reader without a server can ask for, by path. Raises ExportError as `make` does."""
    languages = _search_languages(folder)
    return {path: (folder / path).read_bytes() for path in sorted(_paths(folder)) if not _unused(path, languages)}


def _paths(folder: Path) -> Iterator[str]:
    return (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _search_languages(folder: Path) -> frozenset[str]:
    index = folder / _INDEX
    if not index.is_file():
        raise ExportError(
            "the site does not open from disk: its search and its links need a web server",
            where=str(folder),
            help="in mkdocs.yml, under `plugins`, list `search`, `offline` and `explainer`, in this order",
        )
    found = _LANGUAGES.search(index.read_text(encoding="utf-8"))
    return frozenset(re.findall(r"\w+", found[1])) if found else frozenset((_BUILT_IN,))


def _unused(path: str, languages: frozenset[str]) -> bool:
    if _DEAD.fullmatch(path):
        return True
    if not path.startswith(_STEMMERS):
        return False
    name = path.rpartition("/")[2]
    if name in _SEGMENTERS:
        return not _SEGMENTERS[name] & languages
    stemmer = _STEMMER.fullmatch(name)
    if stemmer and stemmer[1] == "multi":
        return len(languages) < 2
    # What is not named after a language serves all but the built-in one.
    return stemmer[1] not in languages if stemmer else languages <= {_BUILT_IN}
