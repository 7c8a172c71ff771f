"""Clusters, pathways and their ladders."""
