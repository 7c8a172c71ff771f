"""What suits a person."""
