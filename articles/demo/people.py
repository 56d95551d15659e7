"""The demo's newsroom: who works there, and what they write about."""

from django.contrib.auth.models import Group

from articles.demo.logins import password
from articles.demo.stories import newsroom, site
from articles.models.newsroom import Contributor, Source, Topic
from articles.models.photo import ImageCredit
from articles.models.site import Page, SiteSettings
from articles.models.staff import User
from articles.models.translated import write
from articles.text.languages import LANGUAGES

# login: (first name, last name, group)
STAFF = {
    "chief": ("Ingrid", "Dahl", "chief editor"),
    "editor": ("Rasmus", "Toft", "editor"),
    "writer": ("Maja", "Holt", "writer"),
    "translator": ("Lea", "Nørgaard", "translator"),
    "photo": ("Signe", "Brandt", "photo editor"),
}


def hire() -> dict[str, User]:
    """One login per role; those who are there already keep their password."""
    people = {}
    for login, (first, last, group) in STAFF.items():
        user, created = User.objects.get_or_create(
            username=login,
            defaults={"first_name": first, "last_name": last, "is_staff": True},
        )
        if created:
            user.set_password(password())
            user.save(update_fields=["password"])
            user.groups.add(Group.objects.get(name=group))
        people[login] = user
    return people


def put_up_the_sign() -> None:
    """The site's settings and simple pages; what somebody has written there stays."""
    SiteSettings.objects.get_or_create(pk=1, defaults=site()["settings"])
    for about in site()["pages"]:
        Page.objects.get_or_create(slug_en=about["slug_en"], defaults={**about, "is_public": True})


def furnish() -> dict[str, Topic]:
    """The registers: credits, contributors, sources, and the topics by key."""
    room = newsroom()
    for about in room["credits"]:
        ImageCredit.objects.get_or_create(
            name=about["name"],
            defaults={key: value for key, value in about.items() if key != "name"},
        )
    for about in room["contributors"]:
        if not Contributor.objects.filter(slug=about["slug"]).exists():
            person = Contributor(slug=about["slug"], name=about["name"])
            for language in LANGUAGES:
                write(person, "bio", language, about[f"bio_{language}"])
            person.save()
    for about in room["sources"]:
        if not Source.objects.filter(url=about["url"]).exists():
            source = Source(url=about["url"])
            for language in LANGUAGES:
                write(source, "name", language, about[f"name_{language}"])
            source.save()
    return {about["key"]: _topic(order, about) for order, about in enumerate(room["topics"])}


def _topic(order: int, about: dict[str, str]) -> Topic:
    topic = Topic.objects.filter(slug_en=about["slug_en"]).first()
    if topic is None:
        topic = Topic(order=order)
        for language in LANGUAGES:
            for field in ("name", "slug", "description"):
                write(topic, field, language, about[f"{field}_{language}"])
        topic.save()
    return topic


def source(key: str) -> Source:
    """The source that stories call by `key`."""
    about = next(each for each in newsroom()["sources"] if each["key"] == key)
    return Source.objects.get(url=about["url"])
