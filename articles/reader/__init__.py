"""The readers' site: request -> views -> find (queries) -> pages (plain data) -> template.

It reads Editions, topics and front slots; it never comes near a working copy.
"""
