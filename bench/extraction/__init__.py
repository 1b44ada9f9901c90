"""Extraction measured on papers of other makers than those it was written on. `make bench-extraction`."""
