"""What letters of employers say, in the words of many countries."""
