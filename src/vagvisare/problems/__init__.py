"""Problems as data, and what they say."""
