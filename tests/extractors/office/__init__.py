"""Office letters: Word and OpenDocument."""
