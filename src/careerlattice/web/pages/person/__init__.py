"""The person: profile and assessment."""
