"""The classification as tables of this project's own: what it says, how it is made of the official files, how it is loaded."""
