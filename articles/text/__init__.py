"""Pure functions over text: no Django models, no database."""
