"""Answers as documents to hand over: HTML and tagged PDF."""
