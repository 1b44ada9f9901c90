"""How a letter lies on its sheet: the head that says who writes, the text, the close with who signs."""
