"""What was studied, and when: the field of a credential and the time that the studies took."""
