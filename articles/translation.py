"""Which fields have a form in each language. No fallback: see settings."""

from modeltranslation.translator import TranslationOptions, register

from articles.models.article import Article, CrossLink, Slide
from articles.models.newsroom import Contributor, Source, Topic
from articles.models.photo import Photo
from articles.models.site import Page, SiteSettings


@register(Article)
class ArticleTranslation(TranslationOptions):
    fields = (
        "kicker",
        "headline",
        "slug",
        "standfirst",
        "seo_title",
        "seo_description",
        "stage",
    )


@register(Slide)
class SlideTranslation(TranslationOptions):
    fields = ("heading", "body", "caption", "alt")


@register(CrossLink)
class CrossLinkTranslation(TranslationOptions):
    fields = ("label",)


@register(Photo)
class PhotoTranslation(TranslationOptions):
    fields = ("alt", "caption")


@register(Topic)
class TopicTranslation(TranslationOptions):
    fields = ("name", "slug", "description")


@register(Contributor)
class ContributorTranslation(TranslationOptions):
    fields = ("bio",)


@register(Source)
class SourceTranslation(TranslationOptions):
    fields = ("name",)


@register(SiteSettings)
class SiteSettingsTranslation(TranslationOptions):
    fields = ("tagline", "complaints")


@register(Page)
class PageTranslation(TranslationOptions):
    fields = ("title", "slug", "description", "body")
