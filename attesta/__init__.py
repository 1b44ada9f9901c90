"""The door: the command line, and the one command that starts the whole house. All work is done in the rooms behind it."""
