"""Finding an occupation."""
