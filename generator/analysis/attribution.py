"""What is known of whose words one unit holds."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Speech


@dataclass(frozen=True, slots=True)
class Attribution:
    """Speaker, chain and kind of one unit."""

    speaker: str = ""
    chain: tuple[str, ...] = ()
    kind: Speech = Speech.VOICE
    verb: str = ""
    """The verb of saying that introduces the content, "" where there is none."""
    verb_at: int = -1
    """Where that verb (with its auxiliaries) starts in the unit's text; -1 where the speaker does not stand before it."""
    labelled: bool = False
    """Whether a label before a colon names the speaker, as in a transcript."""
