"""Every column of the database that can hold words: an article's own, or placed here by hand.

A new one fails here until it is entered: in articles/publishing/holdings.py if what it holds is of
an article, else in the table below.
"""

import pytest
from django.apps import apps
from django.db import models

from articles.publishing.holdings import LIBRARY, OF_ARTICLE

# Of these models no column holds what was written in or about an article.
NO_WORDS = {
    "articles.ArticleSource": "points",
    "articles.Byline": "points",
    "articles.Contributor": "a fact of its own: elsewhere.py",
    "articles.Deindexed": "points",
    "articles.EditionByline": "points",
    "articles.EditionNotice": "points",
    "articles.Erasure": "names nobody; what it sealed is sealed",
    "articles.FormerAddress": "of a contributor, who is a fact of its own",
    "articles.FrontSlot": "points",
    "articles.Generation": "counts",
    "articles.Gist": "made of the Edition, and made anew with it",
    "articles.ImageCredit": "a fact of its own: elsewhere.py",
    "articles.Instant": "times",
    "articles.Page": "a fact of its own: elsewhere.py",
    "articles.Presence": "windows",
    "articles.Purge": "addresses of files",
    "articles.Reached": "counts",
    "articles.ReadsOnDay": "counts",
    "articles.Related": "points",
    "articles.SearchEntry": "made of the Edition, and made anew with it",
    "articles.SiteSettings": "of the newsroom",
    "articles.Source": "a fact of its own: elsewhere.py",
    "articles.Topic": "a fact of its own: elsewhere.py",
    "articles.User": "a fact of its own: elsewhere.py",
    "articles.Waved": "codes and hashes",
}
# Of the others these do not.
TECHNICAL = {
    "articles.Article": "commercial stage stage_en stage_da token",
    "articles.CorrectionOwed": "language",
    "articles.CrossLink": "key order",
    "articles.Edition": "digest kind language",
    "articles.ErrorReport": "email language slide",  # whose address it is, is not the article's
    "articles.Notice": "kind language slide",
    "articles.Original": "file sha256 stem",
    "articles.PreviewLink": "token",
    "articles.Removed": "key kind",
    "articles.Sheet": "language",
    "articles.Sitting": "",
    "articles.Slide": "key languages order",
    "articles.Waiting": "state",
    "admin.LogEntry": "object_id",
    "reversion.Version": "db format object_id",
}
# Handled by themselves: see anonymise.py and erase.py.
SPECIAL = {
    "articles.Permalink": "language slug",  # renaming.py
    "articles.TakeDown": "plan reason",  # evidence of the photo desk
    "articles.Watch": "findings skipped warnings",  # rewriting.watched
    "articles.Photo": "basis byline colour copyright_notice file phash renditions sha256 stock_id"
    " usage_terms license_url acquire_url licence_ref work work_error",
    "reversion.Revision": "comment",  # never written
}
TEXTS = (models.CharField, models.TextField, models.JSONField, models.FileField)


def texts_of(model: type[models.Model]) -> set[str]:
    return {f.name for f in model._meta.concrete_fields if isinstance(f, TEXTS)}


@pytest.mark.parametrize(
    "model",
    [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in ("articles", "reversion") or model.__name__ == "LogEntry"
    ],
    ids=lambda model: model._meta.label,
)
def test_every_text_of_the_database_has_its_place(model: type[models.Model]) -> None:
    label = model._meta.label
    if label in NO_WORDS:
        return
    held = {
        name
        for holding in (*OF_ARTICLE, *LIBRARY)
        if holding.model is model
        for name in holding.columns
    }
    beside = f"{TECHNICAL.get(label, '')} {SPECIAL.get(label, '')}".split()
    assert texts_of(model) == held | set(beside)
    assert held.isdisjoint(beside)
