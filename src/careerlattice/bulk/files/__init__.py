"""Tables of many people in files: reading, answering in processes, going on after a stop."""
