"""The letters themselves: folding, slips of the optical reader, language."""
