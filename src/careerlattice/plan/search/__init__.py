"""The routing problem, its states and arcs, and the routes the router finds."""
