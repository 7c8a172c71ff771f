"""What a request means: the person at the start, and the occupations of the goal."""
