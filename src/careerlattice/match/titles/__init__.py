"""Text to occupation."""
