"""What is known of whose words one unit holds."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.model import Speech


@dataclass(frozen=True, slots=True)
class Attribution:
    """Speaker, chain and kind of one unit."""

    speaker: str = ""
    chain: tuple[str, ...] = ()
    kind: Speech = Speech.VOICE
    """`VOICE` with a speaker is the article's own voice where that is a party's: the words are the party's, the text is told like any other."""
    verb: str = ""
    """The verb of saying that introduces the content, "" where there is none."""
    verb_at: int = -1
    """Where that verb (with its auxiliaries) starts in the unit's text; -1 where the speaker does not stand before it."""
    labelled: bool = False
    """Whether a label before a colon names the speaker, as in a transcript."""

    @property
    def directness(self) -> Speech:
        """The kind of a passage: what a party has published of itself is its own words."""
        return Speech.QUOTE if self.speaker and self.kind is Speech.VOICE else self.kind

    @property
    def anonymous(self) -> Attribution:
        """The attribution without a party that only owns the article's voice."""
        return replace(self, speaker="") if self.kind is Speech.VOICE else self
