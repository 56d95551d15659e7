"""Erase one article: first what would go, then, confirmed, all of it."""

from collections.abc import Collection
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from articles.desk.asking import staff
from articles.desk.erasing.forms import ConfirmForm
from articles.desk.erasing.views import opened, respond
from articles.desk.photos.naming import name_of_photo
from articles.desk.publish.done import log
from articles.desk.rights import may
from articles.desk.thumbnails import thumbnail_url
from articles.models.article import Article, CrossLink
from articles.models.edition import Edition
from articles.models.photo import Photo
from articles.models.translated import read
from articles.models.veils import is_veiled
from articles.publishing.erase import erase
from articles.publishing.erase_again import take_down_all
from articles.publishing.errors import PublishingError
from articles.publishing.holdings import alone_in, photos_of
from articles.text import addresses


@dataclass(frozen=True, slots=True)
class Shown:
    """A photo of the article, which is on no other page and in no other article."""

    pk: int
    name: str
    thumbnail: str


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def gone(request: HttpRequest, pk: int) -> HttpResponse:
    """GET shows what would go; POST erases it, and takes down the photos that were ticked."""
    article = opened(request, pk)
    own, shared = _photos(article)
    label = _("To confirm, type the article’s number: %(number)s") % {"number": article.pk}
    data = request.POST if request.method == "POST" else None
    form = ConfirmForm(data, expected=article.pk, label=label)
    may_take_down = may(request.user, "take_down_photo")
    if request.method == "POST" and form.is_valid():
        ticked = {int(each) for each in request.POST.getlist("photos") if each.isdigit()}
        photos = [each.pk for each in own if each.pk in ticked] if may_take_down else []
        try:
            row = erase(
                article=article,
                by=staff(request),
                reason=form.cleaned_data["reason"],
                photos=photos,
            )
        except PublishingError as error:
            form.add_error(None, str(error))
        else:
            take_down_all(photos, by=staff(request), reason=row.reason)
            article.refresh_from_db()
            log(request, article, _("Erased: %(reason)s") % {"reason": row.reason})
            messages.success(request, _("Article %(number)s is erased.") % {"number": article.pk})
            return HttpResponseRedirect(reverse("admin:articles_erasure_changelist"))
    context = {
        "title": _("Erase"),
        "confirm": form,
        "goes": _goes(article),
        "addresses": _addresses(article),
        "linking": sorted({link.article for link in _linking(article)}, key=lambda each: each.pk),
        "photos": own if may_take_down else [],
        "shared": shared,
    }
    return respond(request, article, "gone.html", context)


def _goes(article: Article) -> list[str]:
    """In numbers, what is lost."""
    numbers = {
        "editions": Edition.objects.filter(article=article).count(),
        "slides": article.slides.count(),
        "versions": article.sittings.count(),
        "notes": article.notices.count(),
        "sheets": article.sheets.count(),
        "links": article.preview_links.count(),
    }
    return [_counted(what, number) for what, number in numbers.items() if number]


def _counted(what: str, n: int) -> str:
    text = {
        "editions": ngettext("%(n)s edition", "%(n)s editions", n),
        "slides": ngettext("%(n)s slide", "%(n)s slides", n),
        "versions": ngettext("%(n)s version of its history", "%(n)s versions of its history", n),
        "notes": ngettext("%(n)s public note", "%(n)s public notes", n),
        "sheets": ngettext("%(n)s translation sheet", "%(n)s translation sheets", n),
        "links": ngettext("%(n)s preview link", "%(n)s preview links", n),
    }[what]
    return text % {"n": n}


def _addresses(article: Article) -> list[str]:
    """Where it was found, as far as that can be read still."""
    claims = article.permalinks.order_by("language", "slug").values_list("language", "slug")
    topic = article.topic
    return [
        addresses.article(code, read(topic, "slug", code) if topic else "", slug)
        for code, slug in claims
        if not is_veiled(slug)
    ]


def _linking(article: Article) -> Collection[CrossLink]:
    return list(CrossLink.objects.filter(target=article).select_related("article"))


def _photos(article: Article) -> tuple[list[Shown], int]:
    """The photos that nothing else shows, and how many are elsewhere too."""
    ids = photos_of(article.pk)
    alone = Photo.objects.filter(pk__in=alone_in(article.pk, ids))
    kept = alone.filter(taken_down_at=None).order_by("pk")
    shown = [Shown(photo.pk, name_of_photo(photo), thumbnail_url(photo)) for photo in kept]
    return shown, len(ids) - alone.count()
