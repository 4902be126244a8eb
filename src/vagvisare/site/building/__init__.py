"""Pages rendered, and the site written."""
