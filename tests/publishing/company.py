"""What every actor needs, imported once, by the process that they are all forked from."""

import django

django.setup()

from tests.publishing import actor  # noqa: E402, F401
