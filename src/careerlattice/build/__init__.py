"""Building a release from the publishers' files."""
