"""Citations: how a note is written, where notes stand on a page, and whether the words are in the source."""
