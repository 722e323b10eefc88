from __future__ import annotations

import json
from importlib.metadata import Distribution, PackageNotFoundError
from pathlib import Path

import pytest

from generator.scaffold import Origin, origin

CHECKOUT = Path(__file__).parents[2]


class Installed(Distribution):
    """A distribution as pip leaves it: a version and, unless an index gave it, where it came from."""

    def __init__(self, direct: dict[str, object] | None) -> None:
        self._direct = direct

    def read_text(self, filename: str) -> str | None:
        if filename == "direct_url.json":
            return json.dumps(self._direct) if self._direct else None
        return "Metadata-Version: 2.1\nName: explainer-generator\nVersion: 7.0\n"

    def locate_file(self, path: object) -> Path:
        raise NotImplementedError


def installed(monkeypatch: pytest.MonkeyPatch, direct: dict[str, object] | None) -> None:
    monkeypatch.setattr(Distribution, "from_name", lambda _: Installed(direct))


@pytest.mark.parametrize(
    ("direct", "expected"),
    [
        (None, Origin("explainer-generator==7.0")),
        (
            {"url": "https://git.example/us/gen", "vcs_info": {"vcs": "git", "commit_id": "abc123"}},
            Origin("explainer-generator @ git+https://git.example/us/gen@abc123"),
        ),
        (
            {"url": "https://files.example/gen-7.0.whl", "archive_info": {}},
            Origin("explainer-generator @ https://files.example/gen-7.0.whl"),
        ),
    ],
)
def test_what_was_installed_is_installed_again(
    monkeypatch: pytest.MonkeyPatch, direct: dict[str, object] | None, expected: Origin
) -> None:
    installed(monkeypatch, direct)
    assert origin() == expected


def test_a_checkout_is_named_by_its_folder_and_known_to_be_of_this_machine(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    checkout = tmp_path / "a check out"
    installed(monkeypatch, {"url": checkout.as_uri(), "dir_info": {"editable": True}})
    assert origin() == Origin(f"--editable {checkout.resolve().as_posix()}", local=True)


def test_code_that_was_never_installed_is_its_own_origin(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> Distribution:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(Distribution, "from_name", absent)
    assert origin() == Origin(f"--editable {CHECKOUT.as_posix()}", local=True)


def test_what_a_person_tells_comes_first(tmp_path: Path) -> None:
    assert (
        origin("https://git.example/us/gen@v1").requirement == "explainer-generator @ git+https://git.example/us/gen@v1"
    )
    assert origin("git+file:///srv/gen.git").requirement == "explainer-generator @ git+file:///srv/gen.git"
    assert origin("explainer-generator>=2") == Origin("explainer-generator>=2")
    assert origin(str(tmp_path)).local
