"""The demo newsroom: what a newcomer finds after `python manage.py demo`."""
