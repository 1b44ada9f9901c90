"""Conditions on diplomas: what can be asked of one, which of several serves best, what goes with it."""
