"""What stands in front of Diptych in production, as far as the checks notice it.

`granian --interface wsgi tests.site.front:application`. The server in front speaks HTTPS with
readers, and tells Diptych so.
"""

from collections.abc import Callable, Iterable
from typing import Any

from cms.wsgi import application as diptych


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    environ["HTTP_X_FORWARDED_PROTO"] = "https"
    return diptych(environ, start_response)
