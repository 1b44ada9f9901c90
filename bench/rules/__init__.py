"""How fast the rules judge."""
