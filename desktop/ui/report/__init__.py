"""A report of progress on one page: for paper and as a PDF."""
