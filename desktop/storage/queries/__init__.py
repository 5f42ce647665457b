"""What is read: plain SQL on sqlite3, so that the first page needs no more than that."""
