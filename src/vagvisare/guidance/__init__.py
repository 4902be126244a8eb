"""Who answers for a person, and whether anybody is left out."""
