"""What plans read of occupations and of an area, worked out once."""
