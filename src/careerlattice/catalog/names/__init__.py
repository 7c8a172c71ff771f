"""One reading of what people type for an occupation."""
