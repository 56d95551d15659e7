"""The publish panel: what it asks, offers and answers. Its views are in desk/publishing.py."""
