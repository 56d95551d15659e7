"""The readers' site: request -> views -> find (queries) -> pages (plain data) -> template.

It reads Editions, topics and front slots; all it writes is sums of reads (reads/). It never comes near
a working copy.
"""
