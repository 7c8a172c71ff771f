"""Names people use for occupations, fields, places and groups, as lists that people review."""
