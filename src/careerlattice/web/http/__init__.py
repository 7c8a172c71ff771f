"""The protocol: parameters, forms, pages, JSON pages, errors, security."""
