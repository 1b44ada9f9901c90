"""Results of French tests that are not told in a row a skill: skills side by side, and sentences."""
