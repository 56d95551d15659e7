#!/usr/bin/env python
"""Diptych's command line."""

import os
import sys

from environs import EnvError

from cms.checks import UnsafeProduction


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings")
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except (UnsafeProduction, EnvError) as refusal:
        sys.exit(str(refusal))
    except KeyboardInterrupt:
        sys.exit(130)  # what a shell says of a program stopped by Ctrl-C


if __name__ == "__main__":
    main()
