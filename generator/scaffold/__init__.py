"""A project for a new topic, made from nothing: its description, the site's configuration, and the first, empty pages."""

from __future__ import annotations

from generator.scaffold.origin import Origin, origin
from generator.scaffold.project import make, refuse_unless_empty
from generator.scaffold.repository import Repository, begin
from generator.scaffold.topic import NewParty, NewTopic, address, party

__all__ = [
    "NewParty",
    "NewTopic",
    "Origin",
    "Repository",
    "address",
    "begin",
    "make",
    "origin",
    "party",
    "refuse_unless_empty",
]
