"""The papers that are read, one module a kind: what stands on each, and by which words it is known."""
