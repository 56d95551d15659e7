"""From a manuscript to an article: parse (pure) -> plan (dataclasses, warnings) -> load."""
