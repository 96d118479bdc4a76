"""Floor 5: finding clauses and who owns them. Reads the sealed catalogue; shares nothing else with the generators."""
