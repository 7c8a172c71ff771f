"""A route as dated steps with money, needs and local offers."""
