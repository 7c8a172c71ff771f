"""How well a profile suits an occupation, and which occupation a job title names."""
