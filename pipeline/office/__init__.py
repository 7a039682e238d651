"""What Word and zip are: packages and paragraphs. Nothing in here knows our papers."""
