"""The people that papers name: whose paper it is, when that person was born, who signs."""
