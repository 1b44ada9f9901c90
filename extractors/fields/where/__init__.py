"""Addresses: towns, provinces, countries."""
