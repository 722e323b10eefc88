"""The pages that the navigation in mkdocs.yml names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from generator.project.page_files import ENDINGS


def pages_in_navigation(config: Path) -> tuple[str, ...]:
    """Paths of pages below docs/, in the order of the file; empty where there is no `nav`, or the file is for MkDocs to refuse.

    The file is not evaluated: MkDocs gives its tags a meaning that nothing here needs.
    """
    try:
        root = yaml.compose(config.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except (OSError, ValueError, yaml.YAMLError):
        return ()
    if not isinstance(root, yaml.MappingNode):
        return ()
    return tuple(
        name
        for key, value in root.value
        if key.value == "nav"
        for name in _texts(value)
        if name.endswith(ENDINGS) and "://" not in name
    )


def _texts(node: yaml.Node) -> Iterator[str]:
    if isinstance(node, yaml.ScalarNode):
        yield node.value
    elif isinstance(node, yaml.SequenceNode):
        for entry in node.value:
            yield from _texts(entry)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _texts(value)
