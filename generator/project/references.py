"""Checks what one value alone cannot show: references, and names that must differ from each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from generator.model import Diagnostic
from generator.project.messages import suggestion
from generator.project.pages import page_names
from generator.project.shapes import QueriesFile, SourcesFile, TopicFile
from generator.project.yaml_file import YamlFile


def check_sources(file: YamlFile, content: SourcesFile) -> Iterator[Diagnostic]:
    """Entries that share a file must tell their articles apart; only such an entry can admit other passages."""
    first: dict[tuple[str, str], str] = {}
    whole: dict[str, str] = {}
    for key, entry in content.sources.items():
        steps = ("sources", key)
        other = first.setdefault((entry.file, entry.article), key)
        if other != key:
            message = f'{key}: the file "{entry.file}" is already the source "{other}"'
            yield file.problem(
                (*steps, "file"), message, "name in each entry the headline of its article: `article: ...`"
            )
        if not entry.article:
            whole.setdefault(entry.file, key)
        if entry.admits and not entry.article:
            message = f"{key}: nothing to admit: the entry names no article, so the whole file is its article"
            yield file.problem((*steps, "admits"), message, "add `article: ...`, or delete `admits`")
    for (name, article), key in first.items():
        if article and name in whole:
            message = f'{whole[name]}: the whole file "{name}" is this source, and one article of it the source "{key}"'
            yield file.problem(
                ("sources", whole[name], "file"), message, "name this entry's article too: `article: ...`"
            )


def check_topic(file: YamlFile, content: TopicFile) -> Iterator[Diagnostic]:
    """A name belongs to one party, `of` names a party and leads nowhere in a circle, and pages have names of their own."""
    owners: dict[str, int] = {}
    for index, party in enumerate(content.parties):
        steps = ("parties", index)
        for name in (party.name, *party.aliases):
            owner = owners.setdefault(name.casefold(), index)
            if owner != index:
                message = f'"{name}" names two parties: {content.parties[owner].name} and {party.name}'
                yield file.problem(steps, message, "take it out of one of the two")
    yield from _check_belonging(file, content)
    taken: dict[str, str] = {}
    for kind, page in page_names(content).items():
        other = taken.setdefault(page.casefold(), kind)
        if other != kind:
            yield file.problem(
                ("pages", kind), f'pages: "{page}" is the page of {other} and of {kind}', "give one another name"
            )


def _check_belonging(file: YamlFile, content: TopicFile) -> Iterator[Diagnostic]:
    parents = {party.name: party.of for party in content.parties if party.of}
    names = [party.name for party in content.parties]
    for index, party in enumerate(content.parties):
        steps = ("parties", index, "of")
        if party.of and party.of not in names:
            message = f'{party.name}: there is no party "{party.of}"'
            yield file.problem(steps, message, suggestion(party.of, names, "parties"), at_value=True)
        elif party.name in _ancestors(party.name, parents):
            yield file.problem(steps, f"{party.name}: belongs to itself through `of`", "delete one `of`", at_value=True)


def _ancestors(name: str, parents: dict[str, str]) -> Iterable[str]:
    seen: set[str] = set()
    while (name := parents.get(name, "")) and name not in seen:
        seen.add(name)
    return seen


def check_queries(file: YamlFile, content: QueriesFile, keys: Collection[str]) -> Iterator[Diagnostic]:
    """A query names a source that exists."""
    for index, query in enumerate(content.queries):
        if query.source not in keys:
            message = f'there is no source "{query.source}" in seeds/sources.yml'
            advice = suggestion(query.source, keys, "sources")
            yield file.problem(("queries", index, "source"), message, advice, at_value=True)
