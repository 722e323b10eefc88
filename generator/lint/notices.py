"""What `explainer check` prints besides the findings of its rules: names of faults in the evidence, its description and the comments that silence.

They are no rules of the pages: they always run, and no comment silences them.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.lint.allowing import BAD_ALLOWANCE, USELESS_ALLOWANCE
from generator.lint.rule import Explained
from generator.lint.rules import RULES
from generator.model import Severity

_OF_COMMENTS = {
    BAD_ALLOWANCE: """\
A comment that is to silence a rule silences nothing.

It names no rule, or one that no comment may silence because it compares words with a source, or it gives no reason. The next reader of the page
must be able to judge whether the finding was wrong.

Bad:

    Traffic fell. <!-- explainer: allow uncited-statement -->

Good:

    Traffic fell. <!-- explainer: allow uncited-statement: the table below cites every figure -->
""",
    USELESS_ALLOWANCE: """\
A comment silences a rule that finds nothing there.

The sentence was mended or moved since. Left where it is, the comment would hide the next fault of that kind.

Bad: a comment at the end of a line that the rule does not flag.

Good: the line without the comment.
""",
}
_OF_EVIDENCE = {
    "evidence-changed": """\
A source's file is not the one that was described: its bytes have another digest.

Citations were compared with the file as it was. Whoever replaces it says so, by writing the new digest, and looks at what that does to the pages.

Bad: an article in `seeds/` was edited, or saved anew by an editor that changes line ends.

Good: the file is restored; or its new version is taken in with `explainer replace`, which says what no longer stands in it.
""",
    "missing-source-file": """\
An entry of `seeds/sources.yml` names a file that is not there, cannot be read, or lies outside `seeds/`.

Without the file nothing can be compared with it.

Bad: `file: gazette.txt`, and there is no such file.

Good: the file stands at `seeds/gazette.txt`.
""",
    "outside-article": """\
A citation quotes another article than the one that its source's entry names.

A file may hold a whole newspaper page. What stands under another headline was said of something else, unless a person has looked at it and let it in.

Bad: a note quotes the report beside the column that the entry names in `article`.

Good: the note quotes the column; or the entry lets the words in under `admits`, with the reason.
""",
    "project-description": """\
A file that describes the project has a mistake: `sources.yml`, `topic.yml`, `queries.yml` or `corrections.yml` in `seeds/`.

The message names the line, what was expected there, and what was found. Nothing else is checked until the description can be read.

Bad: `issued: 26 April`.

Good: `issued: 2026-04-26`.
""",
    "unknown-article": """\
An entry names an article by a headline that was not found in its file.

Without the article nothing in the file counts as evidence. The message lists the headlines that were found.

Bad: `article: Harbour strike`, where the file has the headline "Strike Closes Harbour".

Good: `article: Strike Closes Harbour`.
""",
    "unknown-words": """\
A query or an admission quotes words that do not stand in their source exactly once.

It would silently do nothing. The words are held to the same measure as those of a note.

Bad: `words: "fell by 12 percent"` in `seeds/queries.yml`, where the source has 21.

Good: `words: "fell by 21 percent"`.
""",
    "cannot-check": """\
The check could not run; the message says what stopped it. The command ends with exit code 2.

It stands among the findings of `--format json` and `--format github` only, so that whoever reads those learns of it; as text it is an ordinary error.

Bad: `explainer check` in a folder without `seeds/`.

Good: the same in the folder of the project, or with `-C FOLDER` before the command.
""",
}
_WARNINGS_OF_EVIDENCE = {
    "unlisted-source": """\
A file lies in `seeds/` and no entry of `seeds/sources.yml` names it.

Nothing can cite it, and nobody can tell whether it was forgotten or is not meant to be evidence.

Bad: `seeds/gazette.txt` without an entry.

Good: `explainer add seeds/gazette.txt` has written one; or the file lies elsewhere.
""",
}


def _notices(documented: Mapping[str, str], severity: Severity) -> dict[str, Explained]:
    return {name: Explained(name, text, severity, on=True, allowable=False) for name, text in documented.items()}


NOTICES: Mapping[str, Explained] = dict(
    sorted(
        {
            **_notices(_OF_COMMENTS | _WARNINGS_OF_EVIDENCE, Severity.WARNING),
            **_notices(_OF_EVIDENCE, Severity.ERROR),
        }.items()
    )
)
"""By name, in the order of the names."""
EXPLAINED: Mapping[str, Explained] = dict(sorted({**RULES, **NOTICES}.items()))
"""Every name that the check prints, rules and notices, in the order of the names."""
