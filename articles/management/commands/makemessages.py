"""Django's makemessages without guesses: a new text starts empty, not with a lookalike's Danish."""

from django.core.management.commands import makemessages


class Command(makemessages.Command):
    msgmerge_options = [*makemessages.Command.msgmerge_options, "--no-fuzzy-matching"]
