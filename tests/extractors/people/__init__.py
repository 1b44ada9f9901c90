"""Whose paper, who writes and signs, where and when."""
