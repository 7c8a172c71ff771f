"""Careerlattice: the route planner for careers."""

__version__ = "0.1.0"
