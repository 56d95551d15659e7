"""The verbs by which Editions come and go. Each has its module and takes keywords only."""
