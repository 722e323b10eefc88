"""Where a reader reports an error: the form for a new issue at the host of `repo_url`, with the place filled in."""

from __future__ import annotations

from urllib.parse import quote, urlencode, urlsplit

_LONGEST_QUOTE = 200
"""Characters: enough to find the words by, and every note carries them a second time in its link."""


def report_address(repository: str, page: str, label: str = "", words: str = "") -> str:
    """The address of a form that names `page` (relative to docs/), the note's label and the words it cites.

    "" where `repository`, the `repo_url` of mkdocs.yml, is no address on the web. GitLab names its fields otherwise than GitHub,
    Gitea and Forgejo do, which agree.
    """
    address = urlsplit(repository)
    if address.scheme not in ("http", "https") or not address.netloc:
        return ""
    place = f"docs/{page}"
    title = f"Error in {place}" + (f" at [^{label}]" if label else "")
    lines = [f"Page: {place}"]
    if label:
        lines.append(f"Note: [^{label}]")
    if words:
        lines.append(f"Words: “{_abridged(words)}”")
    body = "\n".join([*lines, "", "What is wrong: "])
    base = repository.rstrip("/")
    if "gitlab" in address.netloc.split("."):
        return f"{base}/-/issues/new?" + _query({"issue[title]": title, "issue[description]": body})
    return f"{base}/issues/new?" + _query({"title": title, "body": body})


def _query(fields: dict[str, str]) -> str:
    return urlencode(fields, quote_via=quote)


def _abridged(words: str) -> str:
    return words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
