"""Intake: what is done to the evidence itself. Each command plans its change in full, then makes it whole or not at all.

`adding` brings in a new article, `effects` says what that changes; `revising` gives a source another version, another key, or no place
in the evidence any more; `remarks` keeps what looks wrong and what was corrected; `usage` tells what the pages make of each source.
"""

from __future__ import annotations
