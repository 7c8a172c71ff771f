"""Programs that only developers run; none of them is in the wheel."""
