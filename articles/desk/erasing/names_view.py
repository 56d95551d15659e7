"""Anonymise one article: first what would change, then, confirmed, the change.

The words come by POST alone and are kept in no session: addresses stand in the logs of servers.
"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from articles.desk.asking import staff
from articles.desk.erasing.forms import ConfirmForm, NamesForm
from articles.desk.erasing.told import facts, told
from articles.desk.erasing.views import address, opened, respond, show_with
from articles.desk.publish.done import log
from articles.models.article import Article
from articles.models.clock import database_now
from articles.publishing.anonymise import anonymise, plan
from articles.publishing.catch_up import catch_up
from articles.publishing.elsewhere import apart, articles_with
from articles.publishing.errors import PublishingError
from articles.publishing.holdings import photos_of


@never_cache
@require_POST
def names(request: HttpRequest, pk: int) -> HttpResponse:
    """POST "asked" is the answer to the page that shows what would change."""
    article = opened(request, pk)
    form = NamesForm(request.POST)
    if not form.is_valid():
        return show_with(request, article, names=form)
    if "asked" not in request.POST:
        return _ask(request, article, form, None)
    confirm = _confirm(article, request)
    if not confirm.is_valid():
        return _ask(request, article, form, confirm)
    try:
        row = anonymise(
            article=article,
            replacing=form.replacing(),
            by=staff(request),
            reason=confirm.cleaned_data["reason"],
            library=form.cleaned_data["library"],
            seen=confirm.cleaned_data["seen"],
        )
    except PublishingError as error:
        confirm.add_error(None, str(error))
        return _ask(request, article, form, confirm)
    catch_up(photos=row.details["photos"], by=staff(request), seconds=5)
    article.refresh_from_db()
    log(request, article, _("Anonymised: %(reason)s") % {"reason": row.reason})
    messages.success(request, _("The words are replaced everywhere in this article."))
    return HttpResponseRedirect(address(article))


def _confirm(article: Article, request: HttpRequest | None = None) -> ConfirmForm:
    label = _("To confirm, type the article’s number: %(number)s") % {"number": article.pk}
    data = request.POST if request else None
    return ConfirmForm(data, expected=article.pk, label=label)


def _ask(
    request: HttpRequest, article: Article, form: NamesForm, confirm: ConfirmForm | None
) -> HttpResponse:
    replacing = form.replacing()
    planned = plan(article, replacing, now=database_now(), library=form.cleaned_data["library"])
    if planned.is_empty and confirm is None:
        form.add_error("words_1", _("These words are not in the article."))
        return show_with(request, article, names=form)
    others = articles_with(replacing, but=article.pk)
    context = {
        "title": _("Anonymise"),
        "told": told(article, planned),
        "addresses": planned.addresses,
        "apart": list(facts(apart(replacing, photos=photos_of(article.pk)))),
        "others": len(others),
        "others_told": ngettext(
            "The words also stand in %(count)s other article.",
            "The words also stand in %(count)s other articles.",
            len(others),
        )
        % {"count": len(others)},
        "confirm": confirm or _confirm(article),
        "mark": planned.mark,
        "hidden": form.hidden(),
        "pairs": replacing.pairs,
    }
    return respond(request, article, "names.html", context)
