"""An article's history: who changed what and when, in both languages, and the way back."""
