"""The same pure function on engines that people already own; each is imported where it is used."""
