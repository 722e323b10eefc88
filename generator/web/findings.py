"""Findings in words: for the log of a build, and at the top of a page in a preview."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from generator.model import Diagnostic, Severity

_DRAFTED = "You see this page as <code>explainer generate</code> would write it now; <code>docs/{page}</code> itself is as it was."


def box(diagnostics: Iterable[Diagnostic], page: str, *, drafted: bool) -> str:
    """HTML of the findings on `page` (a path below docs/) and of the errors outside of all pages; "" where there is nothing to say.

    `drafted`: whether the page is shown as the generator would write it, and not as it stands.
    """
    here = f"docs/{page}"
    listed = [
        d for d in diagnostics if d.path == here or (d.severity is Severity.ERROR and not d.path.startswith("docs/"))
    ]
    if not listed and not drafted:
        return ""
    errors = [_item(found) for found in listed if found.severity is Severity.ERROR]
    warnings = [_item(found) for found in listed if found.severity is not Severity.ERROR]
    said = [
        _DRAFTED.format(page=escape(page)) if drafted else "",
        f"To be mended before the site can be built:<ul>{''.join(errors)}</ul>" if errors else "",
        f"<details><summary>Warnings: {len(warnings)}</summary><ul>{''.join(warnings)}</ul></details>"
        if warnings
        else "",
    ]
    shown = "".join(f"<div>{part}</div>" for part in said if part)
    return f'<div class="preview-findings" role="status" data-search-exclude>{shown}</div>\n'


def _item(found: Diagnostic) -> str:
    place = ":".join(str(part) for part in (found.path, found.line, found.column) if part)
    advice = f"<br>help: {escape(found.help)}" if found.help else ""
    return (
        f"<li><code>{escape(place)}</code> <strong>{escape(found.rule)}</strong> {escape(found.message)}{advice}</li>"
    )


def line(diagnostic: Diagnostic) -> str:
    """A finding for a log: `path:line:column: rule: message`, with its help below it."""
    place = ":".join(str(part) for part in (diagnostic.path, diagnostic.line, diagnostic.column) if part)
    help_line = f"\n  help: {diagnostic.help}" if diagnostic.help else ""
    return f"{place}: {diagnostic.rule}: {diagnostic.message}{help_line}"


def not_valid(page: str, labels: Iterable[str]) -> str:
    """What to say of notes that were rendered as not valid on a page that no check had seen."""
    notes = ", ".join(f"[^{label}]" for label in dict.fromkeys(labels))
    return (
        f"{page}: not valid: {notes}: the words do not stand in the source, the computation does not hold, or the note "
        "cannot be read\n  help: the page was made or changed by another plugin, or by a file that is not read from docs/; "
        "correct the note where it comes from, or remove it"
    )
