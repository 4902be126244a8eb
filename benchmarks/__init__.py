"""Speed of building, checking and serving the site, beside other generators on the same content."""
