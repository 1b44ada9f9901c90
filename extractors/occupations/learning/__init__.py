"""The part that is learned from the tables, and how."""
