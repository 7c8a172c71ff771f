"""What holds all pairs: kinds, levels, nearness, and the stored arrays."""
