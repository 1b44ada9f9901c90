"""What a file holds: its pages into documents, each of a kind, told by cues and by the words of the whole."""
