"""Where things are kept: tables in a database, bytes in a file store."""
