"""What a page tells when it is left: `3-5`, that slides 3 to 5 were reached since it told last.

Step 0 is the page itself, so `0-2` is a new read as far as slide 2. Each request adds one at most
to each step, and whoever asks is told the same, 204, whatever becomes of it.
"""

import re
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.views.decorators.csrf import csrf_exempt

from articles.reader import errors
from articles.reader.reads import tally
from articles.reader.reads.robots import is_left_out

_BODY: Final = re.compile(rb"(0|[1-9][0-9]{0,2})-(0|[1-9][0-9]{0,2})")
_LONGEST: Final = len("999-999")


def address(edition: int, slides: int) -> str:
    """Where the page of an Edition with so many slides tells; "" where reads are not counted.

    It is signed, so that nobody fills the memory with Editions or slides that there are not.
    """
    if not settings.COUNT_READS:
        return ""
    return f"/reads/{edition}/{slides}/{_sign(edition, slides)}"


# A page has no token: it is the same for everybody. Nor is there anything to do in another's name.
@csrf_exempt
def told(request: HttpRequest, edition: str, slides: str, sign: str) -> HttpResponse:
    """Count it, in memory. No query, no cookie; nothing of the address or the browser is kept."""
    if not settings.COUNT_READS:
        return errors.not_found(request)
    if request.method != "POST":
        return HttpResponse(status=405, headers={"Allow": "POST", "Cache-Control": "no-store"})
    steps = _steps(request, int(slides))
    is_ours = constant_time_compare(sign, _sign(int(edition), int(slides)))
    if steps and is_ours and not is_left_out(request.headers):
        tally.add(int(edition), steps)
    return HttpResponse(status=204, headers={"Cache-Control": "no-store"})


def _sign(edition: int, slides: int) -> str:
    return salted_hmac("articles.reader.reads", f"{edition} {slides}").hexdigest()[:10]


def _steps(request: HttpRequest, slides: int) -> range | None:
    """The steps in the body, of 0 to `slides`; None for anything else. Reads no more than that."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > _LONGEST:
        return None
    found = _BODY.fullmatch(request.read(_LONGEST))
    if found is None:
        return None
    first, last = int(found[1]), int(found[2])
    return range(first, last + 1) if first <= last <= slides else None
