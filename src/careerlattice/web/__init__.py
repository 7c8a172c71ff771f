"""The web application: pages for people, and the same answers as JSON."""
