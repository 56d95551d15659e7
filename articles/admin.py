"""Registers the desk's screens with the admin. They live in articles/desk/."""

from django.contrib import admin

from articles.desk.articles import ArticleAdmin
from articles.desk.erasing.log import ErasureAdmin
from articles.desk.newsroom import (
    ContributorAdmin,
    FrontSlotAdmin,
    SourceAdmin,
    TopicAdmin,
)
from articles.desk.people import StaffAdmin
from articles.desk.photos.admin import PhotoAdmin
from articles.desk.photos.credits import ImageCreditAdmin
from articles.desk.simple_pages import PageAdmin
from articles.desk.site_settings import SiteSettingsAdmin
from articles.models.article import Article
from articles.models.erasure import Erasure
from articles.models.newsroom import Contributor, FrontSlot, Source, Topic
from articles.models.photo import ImageCredit, Photo
from articles.models.site import Page, SiteSettings
from articles.models.staff import User

admin.site.register(Article, ArticleAdmin)
admin.site.register(Photo, PhotoAdmin)
admin.site.register(ImageCredit, ImageCreditAdmin)
admin.site.register(Topic, TopicAdmin)
admin.site.register(Contributor, ContributorAdmin)
admin.site.register(Source, SourceAdmin)
admin.site.register(FrontSlot, FrontSlotAdmin)
admin.site.register(SiteSettings, SiteSettingsAdmin)
admin.site.register(Page, PageAdmin)
admin.site.register(User, StaffAdmin)
admin.site.register(Erasure, ErasureAdmin)
