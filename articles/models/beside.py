"""What is written beside each Edition, so that lists need not read whole documents.

Bylines and notices are insert-only like the Edition, and by the same act: see
articles/publishing/beside.py. What is related is reckoned anew: see articles/publishing/related.py.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.constraints import one_of
from articles.models.edition import Edition, Notice
from articles.models.newsroom import Contributor, Topic
from articles.text.languages import CHOICES, LANGUAGES


class EditionByline(models.Model):
    """That a contributor stands in the document's byline number `position`, from 0, in a role.

    The document keeps the name that was printed; whose it is, and so where their page is now,
    stands here.
    """

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="bylines")
    contributor = models.ForeignKey(Contributor, models.CASCADE, related_name="edition_bylines")
    role = models.CharField(max_length=12)
    position = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("byline of an edition")
        verbose_name_plural = _("bylines of editions")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "position"], name="edition_byline_once_per_place"
            )
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.role}"


class EditionNotice(models.Model):
    """That a notice is in an Edition's document; `slide` is its slide's key if that has it still."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="notices")
    notice = models.ForeignKey(Notice, models.CASCADE, related_name="editions")
    slide = models.CharField(max_length=12, blank=True)

    class Meta:
        verbose_name = _("notice of an edition")
        verbose_name_plural = _("notices of editions")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "notice"], name="edition_notice_once")
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.notice_id}"


class Gist(models.Model):
    """What an article is about in one language, as last published or scheduled there.

    `terms` are {stem: weight} as `articles.text.likeness` has them; `sources` the names, in small
    letters, and `links` the articles of its document; `published` is the first publication.
    """

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="+")
    language = models.CharField(max_length=2, choices=CHOICES)
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="+")
    published = models.DateTimeField()
    is_paid = models.BooleanField()
    terms = models.JSONField()
    sources = models.JSONField()
    links = models.JSONField()

    class Meta:
        verbose_name = _("gist")
        verbose_name_plural = _("gists")
        ordering = ["-published", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["article", "language"], name="gist_once"),
            one_of("gist_language_known", "language", *LANGUAGES),
        ]
        indexes = [
            models.Index(fields=["language", "-published"], name="gist_newest"),
            models.Index(fields=["language", "topic", "-published"], name="gist_newest_of_topic"),
        ]

    def __str__(self) -> str:
        return f"{self.article_id} {self.language}"


class Related(models.Model):
    """That readers of `article` may want `target` too: the higher the score, the rather.

    Whether the target is live is for whoever reads this to ask.
    """

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="+")
    target = models.ForeignKey("articles.Article", models.CASCADE, related_name="+")
    language = models.CharField(max_length=2, choices=CHOICES)
    score = models.FloatField()

    class Meta:
        verbose_name = _("related article")
        verbose_name_plural = _("related articles")
        ordering = ["-score", "id"]
        constraints = [
            models.UniqueConstraint(fields=["article", "language", "target"], name="related_once"),
            one_of("related_language_known", "language", *LANGUAGES),
        ]

    def __str__(self) -> str:
        return f"{self.article_id} {self.language} {self.target_id}"
