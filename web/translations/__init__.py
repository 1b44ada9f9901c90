"""The catalogue of sentences: French in the code, every other language beside it."""
