"""Writing in a working copy: changes -> the database, whoever else writes at the same time."""
