"""The site: citations in HTML, the pages of the sources, and the run of MkDocs or another builder. The only package that knows MkDocs."""

from generator.web.build import build, build_preview
from generator.web.builders import BUILDERS, BuiltSite, build_with
from generator.web.copies_page import OfflineCopy
from generator.web.data import Load, SiteData
from generator.web.extension import CitationExtension
from generator.web.plugin import SitePlugin
from generator.web.preview import Built, serve

__all__ = [
    "BUILDERS",
    "Built",
    "BuiltSite",
    "CitationExtension",
    "Load",
    "OfflineCopy",
    "SiteData",
    "SitePlugin",
    "build",
    "build_preview",
    "build_with",
    "serve",
]
