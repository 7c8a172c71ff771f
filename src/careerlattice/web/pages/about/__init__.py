"""Methods and accessibility."""
