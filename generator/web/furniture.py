"""What every page carries besides its text: its description, its head for machines, and its foot."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from urllib.parse import urljoin

from markupsafe import Markup, escape

from generator import edtf
from generator.citations.scanner import scan
from generator.english import counted
from generator.model import Derivation, Source
from generator.web import picture, wording
from generator.web.cited import CitedWords
from generator.web.copies_page import PATH as COPIES
from generator.web.data import SiteData
from generator.web.excerpt import by_source
from generator.web.machine import highwire, linked_data
from generator.web.markup import visible
from generator.web.method_page import PATH as METHOD
from generator.web.reporting import report_address

_SOURCES = "sources/"
_DRAFTS = ".drafts/"
BIBLIOGRAPHY = "sources/index.md"
_RECORDS = (
    ("sources.bib", "application/x-bibtex", "The sources as BibTeX"),
    ("sources.csl.json", "application/vnd.citationstyles.csl+json", "The sources as CSL-JSON"),
    ("claims.json", "application/json", "The cited sentences as data"),
)
_META = Markup('<meta {kind}="{name}" content="{content}">\n')


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the builder knows of a page."""

    path: str
    """Relative to docs/."""
    title: str
    """As text."""
    site_name: str
    url: str
    """Absolute, "" where the site's address is not known."""
    root: str
    """Link from the page to the site's root, with its slash: "" or "../"."""
    method: str
    """Link from the page to the one that says how the site is made, "" where there is none."""
    description: str
    """As text; "" for the site's own."""
    copies: str = ""
    """Link from the page to the one that offers offline copies, "" where there is none."""


class Furniture:
    """Made once a build from the site's data and from `words`, by source key what the pages cite.

    `edited` gives the day each page, and the draft of each, was last changed, as far as that is known; `repository` is where readers report errors;
    `picture` is the path of the one for social sites, "" where there is none.
    """

    def __init__(
        self,
        data: SiteData,
        words: Mapping[str, Sequence[CitedWords]],
        edited: Mapping[str, str],
        repository: str,
        picture: str = "",
    ) -> None:
        self._evidence = data.evidence
        self._passages = by_source(data.analysis.passages)
        self._pages = dict(data.pages)
        self._words = words
        self._edited = edited
        self._repository = repository
        self._picture = picture

    @cached_property
    def _cites(self) -> Mapping[str, Mapping[str, list[CitedWords]]]:
        """Page -> source key -> the words that it cites, with the statements of that page alone."""
        found: dict[str, dict[str, list[CitedWords]]] = defaultdict(lambda: defaultdict(list))
        for key, several in self._words.items():
            for cited in several:
                for page in dict.fromkeys(statement.page for statement in cited.statements):
                    here = tuple(statement for statement in cited.statements if statement.page == page)
                    found[page][key].append(replace(cited, statements=here))
        return found

    def _source(self, path: str) -> Source | None:
        """The source whose page stands at `path`."""
        if not path.startswith(_SOURCES):
            return None
        return self._evidence.sources.get(path.removeprefix(_SOURCES).removesuffix(".md"))

    def description(self, path: str, title: str) -> str:
        """One line on a page that makes no claim of the dispute its own; "" where the site's own description serves.

        It says what the page holds and from where: cut out and passed on, it cannot lose a speaker or a caveat.
        """
        if source := self._source(path):
            who = f"{source.speaks.value}. " if source.speaks.value else ""
            count = sum(len(cited.statements) for cited in self._words.get(source.key, ()))
            return f"“{wording.heading(source)}”: {who}{wording.rests(count)}; the cited words in their paragraphs."
        cites = self._cites.get(path, {})
        count = sum(len(cited.statements) for several in cites.values() for cited in several)
        if not count or path == "index.md":
            return ""
        up_to = f" up to {edtf.in_words(newest[1])}" if (newest := self._evidence.newest) else ""
        return (
            f"{title}, in “{self._evidence.topic.title}”: {counted(count, 'statement')}, each with the exact words it "
            f"rests on, from {counted(len(cites), 'source')}{up_to}."
        )

    def head(self, page: PageFacts) -> str:
        """HTML for the page's head."""
        source = self._source(page.path)
        shown = [
            ("property", "og:type", "article"),
            ("property", "og:title", page.title),
            ("property", "og:site_name", page.site_name),
            ("property", "og:description", page.description),
            ("property", "og:url", page.url),
            *self._image(page),
            *(("name", name, content) for name, content in (highwire.fields(source) if source else ())),
        ]
        lines = [_META.format(kind=kind, name=name, content=visible(text)) for kind, name, text in shown if text]
        if page.path == BIBLIOGRAPHY:
            # Not rel=alternate: for such links the theme's script asks for the site map, which a page from disk may not.
            record = Markup('<link rel="describedby" type="{}" title="{}" href="{}">\n')
            lines += [record.format(kind, title, page.root + name) for name, kind, title in _RECORDS]
        return f"{Markup().join(lines)}{self._linked_data(page)}"

    def _image(self, page: PageFacts) -> list[tuple[str, str, str]]:
        """The picture by its absolute address, the only one that social sites follow, and the size of the card."""
        if not (self._picture and page.url):
            return [("name", "twitter:card", "summary")]
        width, height = map(str, picture.SIZE)
        topic = self._evidence.topic
        return [
            ("name", "twitter:card", "summary_large_image"),
            ("property", "og:image", urljoin(page.url, page.root + self._picture)),
            ("property", "og:image:width", width),
            ("property", "og:image:height", height),
            ("property", "og:image:alt", " ".join(filter(None, (f"{topic.title}.", topic.question)))),
        ]

    def _linked_data(self, page: PageFacts) -> str:
        cites = self._cites.get(page.path)
        if not cites:
            return ""
        about: dict[str, Any] = {
            "headline": page.title,
            "description": page.description,
            "url": page.url,
            "isPartOf": {"@type": "WebSite", "name": page.site_name},
            "dateModified": self._edited.get(page.path, ""),
        }
        return _script(linked_data.article(self._evidence, self._passages, cites, about))

    def foot(self, page: PageFacts) -> str:
        """HTML for the end of the page's text: what it covers, when it was edited, and the way on."""
        newest = self._evidence.newest
        said = []
        if newest and not self._tells_what_it_covers(page.path):
            said.append(escape(f"Covers sources up to {edtf.in_words(newest[1])}."))
        if day := self._edited.get(page.path):
            said.append(escape(f"Last edited {edtf.in_words(day)}."))
        if day := self._edited.get(f"{_DRAFTS}{page.path}"):
            said.append(escape(f"Last generated {edtf.in_words(day)}."))
        report = report_address(self._repository, page.path)
        if page.method and page.path != METHOD:
            said.append(Markup('<a href="{}">How this site is made</a>').format(page.method))
        if page.copies and page.path != COPIES:
            said.append(Markup('<a href="{}">Offline copies</a>').format(page.copies))
        if report:
            said.append(Markup('<a href="{}" rel="external noopener">Report an error</a>').format(report))
        # A plain string: what Markup is added to would be escaped.
        return f'\n<p class="page-foot" data-search-exclude>{Markup(" ").join(said)}</p>' if said else ""

    def _tells_what_it_covers(self, path: str) -> bool:
        notes = scan(self._pages.get(path, ""), path).notes
        return any(isinstance(note.body, Derivation) and note.body.name == "covers" for note in notes)


def _script(value: Mapping[str, Any]) -> str:
    """JSON in a script element, which a "<" could end."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>\n'
