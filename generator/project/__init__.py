"""The project's own description: `seeds/sources.yml`, `topic.yml`, `queries.yml` and `corrections.yml`.

    text  ->  yaml_file  ->  shapes  ->  loader  ->  Project
              places         fields      references between the files

A mistake in these files raises one `ProjectError` that lists every mistake found, each with file, line and column.
What is wrong with the files they *name* is not an error but a finding: see `check_files`.
"""

from __future__ import annotations

from generator.project.evidence_files import check_files, evidence_file
from generator.project.json_schema import schemas
from generator.project.loader import Project, load, load_topic, sources_in
from generator.project.messages import DescriptionError
from generator.project.navigation import pages_in_navigation
from generator.project.page_files import read_pages

__all__ = [
    "DescriptionError",
    "Project",
    "check_files",
    "evidence_file",
    "load",
    "load_topic",
    "pages_in_navigation",
    "read_pages",
    "schemas",
    "sources_in",
]
