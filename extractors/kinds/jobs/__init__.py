"""The jobs that letters tell of: titles in sentences, what still goes on, several positions in one letter."""
