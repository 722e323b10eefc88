"""Where this generator was installed from, so that a new project can install the same one."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

DISTRIBUTION = "explainer-generator"
_CHECKOUT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Origin:
    """What pip is told to install."""

    requirement: str
    """One line of a requirements file."""
    local: bool = False
    """Whether only this machine can follow it."""


def origin(told: str = "") -> Origin:
    """What a person told, else what pip recorded of the installation (PEP 610), else the folder that this code runs from.

    `told` is a Git address, the path of a checkout, or a requirement as pip takes it.
    """
    if told:
        return _of_address(told)
    try:
        recorded = Distribution.from_name(DISTRIBUTION)
    except PackageNotFoundError:
        return _editable(_CHECKOUT)
    stated = recorded.read_text("direct_url.json")
    return _recorded(json.loads(stated)) if stated else Origin(f"{DISTRIBUTION}=={recorded.version}")


def _of_address(told: str) -> Origin:
    if Path(told).is_dir():
        return _editable(Path(told))
    if told.startswith("git+"):
        return Origin(f"{DISTRIBUTION} @ {told}")
    if urlsplit(told).scheme in ("https", "ssh"):
        return Origin(f"{DISTRIBUTION} @ git+{told}")
    return Origin(told)


def _recorded(direct: dict[str, dict[str, str]]) -> Origin:
    url = str(direct["url"])
    if "vcs_info" in direct:
        vcs = direct["vcs_info"]
        return Origin(f"{DISTRIBUTION} @ {vcs['vcs']}+{url}@{vcs['commit_id']}")
    parts = urlsplit(url)
    if parts.scheme == "file":
        return _editable(Path(url2pathname(unquote(parts.path))))
    return Origin(f"{DISTRIBUTION} @ {url}")


def _editable(checkout: Path) -> Origin:
    # Quotation marks would be part of the path; pip wants blanks as they are.
    return Origin(f"--editable {checkout.resolve().as_posix()}", local=True)
