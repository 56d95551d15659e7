"""Links of other articles to one that is erased: they lead nowhere, and their texts may name it.

The rows stay, since readers never see a link whose target is not live; the texts go, in working
copies, in Editions and in what was kept of both.
"""

import json
from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import TextField
from django.db.models.functions import Cast
from reversion.models import Version

from articles.document.serialise import digest, load
from articles.models.article import Article, CrossLink
from articles.models.desk import Removed, Sitting
from articles.models.edition import Edition
from articles.models.translated import column
from articles.publishing import indexing, lifetimes
from articles.publishing.holdings import WORKING
from articles.text.languages import LANGUAGES

# An article's id and a link's key.
Key = tuple[int, str]

_LABELS = ("label", *(column("label", language) for language in LANGUAGES))
_NOTHING: dict[str, Any] = {**dict.fromkeys(_LABELS, ""), "basis": {}}


def lock_all(article: int) -> None:
    """Lock the articles that link to `article`, and itself, in the order that every verb keeps."""
    links = CrossLink.objects.filter(target=article).values_list("article", flat=True)
    editions = _editions(article).values_list("article", flat=True)
    ids = {article, *links, *editions}
    rows = Article.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk")
    list(rows.values_list("pk", flat=True))


def forget_labels(article: Article) -> None:
    """Empty the texts of links to `article`, wherever they are kept."""
    keys = {*_in_rows(article.pk), *_in_versions(article.pk), *_in_removed(article.pk)}
    _in_sittings(keys)
    for edition in _editions(article.pk):
        links = [
            {**link, "label": ""} if link["article"] == article.pk else link
            for link in edition.document["links"]
        ]
        if links != edition.document["links"]:
            document = {**edition.document, "links": links}
            lifetimes.write(edition.pk, document=document, digest=digest(load(document)))
            indexing.anew(edition.pk, load(document))


def _editions(target: int) -> Any:
    """Those of other articles that may link to it: a number that begins so is found as well."""
    texts = Edition.objects.exclude(article=target).alias(text=Cast("document", TextField()))
    return texts.filter(text__contains=f'"article": {target}')


def _in_rows(target: int) -> Iterator[Key]:
    [holding] = [each for each in WORKING if each.model is CrossLink]
    for link in CrossLink.objects.filter(target=target):
        holding.write(link.pk, _NOTHING)
        yield link.article_id, link.key


def _in_versions(target: int) -> Iterator[Key]:
    kind = ContentType.objects.get_for_model(CrossLink)
    kept = Version.objects.filter(
        content_type=kind, serialized_data__contains=f'"target": {target}'
    )
    for version in kept:
        [held] = json.loads(version.serialized_data)
        fields = held["fields"]
        if fields.get("target") == target:
            held["fields"] = {**fields, **{k: v for k, v in _NOTHING.items() if k in fields}}
            text = json.dumps([held], ensure_ascii=False)
            Version.objects.filter(pk=version.pk).update(serialized_data=text, object_repr="")
            yield fields["article"], fields["key"]


def _in_removed(target: int) -> Iterator[Key]:
    for removed in Removed.objects.filter(kind="link", data__values__target=target):
        values = {**removed.data["values"], **dict.fromkeys(_LABELS[1:], "")}
        data = {**removed.data, "values": values, "basis": {}}
        Removed.objects.filter(pk=removed.pk).update(data=data)
        yield removed.article_id, removed.key


def _in_sittings(keys: set[Key]) -> None:
    for sitting in Sitting.objects.filter(article__in={article for article, _key in keys}):
        changes = [
            {**each, "before": "", "value": ""}
            if each["field"].startswith("label") and (sitting.article_id, each["row"]) in keys
            else each
            for each in sitting.changes
        ]
        if changes != sitting.changes:
            Sitting.objects.filter(pk=sitting.pk).update(changes=changes)
