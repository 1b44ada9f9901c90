"""From a printed title to the unit groups it can mean: words, index, learned vectors, and what they say together."""
