"""Pages for a reader: static HTML that needs nothing but itself."""
