"""The site: citations in HTML, the pages of the sources, and the run of MkDocs. The only package that knows MkDocs."""

from generator.web.build import build
from generator.web.data import Load, SiteData
from generator.web.extension import CitationExtension
from generator.web.plugin import SitePlugin
from generator.web.preview import Built, serve

__all__ = ["Built", "CitationExtension", "Load", "SiteData", "SitePlugin", "build", "serve"]
