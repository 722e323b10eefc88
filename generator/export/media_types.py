"""Media types of the files of a site. Python's own table takes in what each machine has in its settings."""

from __future__ import annotations

_TYPES = {
    "avif": "image/avif",
    "bib": "application/x-bibtex",
    "css": "text/css",
    "csv": "text/csv",
    "gif": "image/gif",
    "htm": "text/html",
    "html": "text/html",
    "ico": "image/vnd.microsoft.icon",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "js": "text/javascript",
    "json": "application/json",
    "md": "text/markdown",
    "mjs": "text/javascript",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "ogg": "audio/ogg",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "webm": "video/webm",
    "webp": "image/webp",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "xml": "application/xml",
}


def media_type(name: str) -> str:
    """The type of a file by its ending, whatever the case."""
    return _TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")
