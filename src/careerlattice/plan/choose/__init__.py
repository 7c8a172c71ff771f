"""Few plans out of the exact front, and why each was kept or dropped."""
