"""Every sentence for people, made from values."""
