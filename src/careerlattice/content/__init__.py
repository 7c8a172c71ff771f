"""The words written by this project, and reading them."""
