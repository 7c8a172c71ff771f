"""From a plan request to plans of steps."""
