"""Who may do what: every address of the desk, every role, every state of an article.

An address that is new fails here until it is put into the tables.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.template.backends.django import Template
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from articles.desk.roles import ROLES
from articles.editing.apply import EVERYTHING, apply
from articles.editing.changes import Set
from articles.models.article import Article
from articles.models.desk import Sitting
from articles.models.erasure import Erasure
from articles.models.live import CorrectionOwed
from articles.models.newsroom import FrontSlot
from articles.models.photo import Photo, TakeDown
from articles.models.site import Page, SiteSettings
from articles.models.staff import User
from tests import newsroom
from tests.again import again
from tests.cast import Cast
from tests.newsroom import MONDAY

pytestmark = pytest.mark.django_db

# `night` is a writer on night duty.
PEOPLE = ("writer", "night", "translator", "photo_editor", "editor", "chief", "root")
# The chief opens nearly everything, and so sees to it that pages are drawn, on both engines.
EVERY_ROLE = [
    pytest.param(role, marks=() if role == "chief" else pytest.mark.one_engine) for role in PEOPLE
]
NOBODY: dict[str, str] = {}

# --- Articles: role -> the states in which it may. ----------------------------------------------
# own: one's own draft; given: another's draft, its Danish assigned to one; strange: another's
# draft; "live" after each: the same with an Edition that readers see.
ALL = "own given strange own-live given-live strange-live"
DRAFTS = "own given strange"
SUPERUSERS = ("own", "strange-live")  # who may everything is asked for no article's sake
SEE = {
    "writer": "own given own-live given-live strange-live",
    "night": "own given own-live given-live strange-live",
    "translator": "own given own-live given-live strange-live",
    "photo_editor": ALL,
    "editor": ALL,
    "chief": ALL,
    "root": ALL,
}
EDIT = {
    "writer": "own",
    "night": "own own-live",
    "translator": "given given-live",
    "editor": ALL,
    "chief": ALL,
    "root": ALL,
}
COPY = {"writer": SEE["writer"], "night": SEE["night"], "editor": ALL, "chief": ALL, "root": ALL}
DELETE = {"writer": "own", "night": "own", "editor": DRAFTS, "chief": DRAFTS, "root": DRAFTS}
PUBLISH = {"night": "own own-live", "editor": ALL, "chief": ALL, "root": ALL}
# What somebody else scheduled; on night duty one cancels one's own: test_publish_choices.py.
CANCEL = {"editor": ALL, "chief": ALL, "root": ALL}
WITHDRAW = {"chief": ALL, "root": ALL}
CORRECT = {"chief": ALL, "root": ALL}
ERASE = {"chief": ALL, "root": ALL}

# address: (who may GET, who may POST); None where the method is not allowed to anybody.
OF_AN_ARTICLE: dict[str, tuple[dict[str, str] | None, dict[str, str] | None]] = {
    "articles_article_change": (SEE, EDIT),
    "articles_article_history": (SEE, None),
    "articles_article_restore": (None, EDIT),
    "articles_article_take_back": (None, EDIT),
    "articles_article_changes": (None, EDIT),
    "articles_article_sync": (None, SEE),
    "articles_article_delete": (DELETE, DELETE),
    "articles_article_preview": (SEE, SEE),
    "articles_article_preview_links": (EDIT, EDIT),
    "articles_article_findings": (None, SEE),
    "articles_article_edition": (SEE, None),
    "articles_article_rows": (SEE, None),
    "articles_article_photos": (SEE, None),
    "articles_article_links": (SEE, None),
    "articles_article_link_seen": (SEE, None),
    "articles_article_publish": (PUBLISH, PUBLISH),
    "articles_article_cancel": (None, CANCEL),
    "articles_article_republish": (PUBLISH, PUBLISH),
    "articles_article_withdraw": (WITHDRAW, WITHDRAW),
    "articles_article_duplicate": (None, COPY),
    "articles_article_sheets": (SEE, EDIT),
    "articles_article_sheet": (SEE, None),
    "articles_article_sheet_file": (SEE, None),
    "articles_article_sheet_take": (None, EDIT),
    "articles_article_waive": (CORRECT, CORRECT),
    "articles_article_unwaive": (None, CORRECT),
    "articles_article_readers": (SEE, None),
    "articles_article_erasing": (ERASE, None),
    "articles_article_deindex": (None, ERASE),
    "articles_article_anonymise": (None, ERASE),
    "articles_article_erase": (ERASE, ERASE),
}

# Of an article that its page has not saved yet: who may begin one.
BEGIN = {"writer", "night", "editor", "chief", "root"}
OF_A_NEW_ONE = {
    "articles_article_new_preview": ["en"],
    "articles_article_new_findings": [],
    "articles_article_new_changes": [],
}
CHOICES_FOR_A_NEW_ONE = {"articles_article_new_photos", "articles_article_new_links"}

# --- Registers: role -> view, add, change, delete. -----------------------------------------------
REGISTERS = {
    "article": {
        "writer": "vac",
        "night": "vac",
        "translator": "vc",
        "photo_editor": "v",
        "editor": "vac",
        "chief": "vac",
        "root": "vac",
    },
    "photo": {
        "writer": "v",
        "night": "v",
        "translator": "v",
        "photo_editor": "vacd",
        "editor": "vac",
        "chief": "vacd",
        "root": "vacd",
    },
    "imagecredit": {
        "writer": "v",
        "night": "v",
        "translator": "v",
        "photo_editor": "vacd",
        "editor": "vac",
        "chief": "vacd",
        "root": "vacd",
    },
    "topic": {
        "writer": "v",
        "night": "v",
        "translator": "v",
        "editor": "v",
        "chief": "vacd",
        "root": "vacd",
    },
    "contributor": {
        "writer": "v",
        "night": "v",
        "translator": "v",
        "editor": "vac",
        "chief": "vacd",
        "root": "vacd",
    },
    "source": {
        "writer": "va",
        "night": "va",
        "translator": "v",
        "editor": "vac",
        "chief": "vacd",
        "root": "vacd",
    },
    "frontslot": {"editor": "vacd", "chief": "vacd", "root": "vacd"},
    "page": {"chief": "vacd", "root": "vacd"},
    "sitesettings": {"chief": "vc", "root": "vc"},
    "user": {"chief": "vac", "root": "vacd"},
    "group": {"root": "vacd"},
    "erasure": {"chief": "v", "root": "v"},
}
OF_A_REGISTER = {
    f"{'auth' if model == 'group' else 'articles'}_{model}_{what}"
    for model in REGISTERS
    for what in ("changelist", "add", "change", "history", "delete")
}
KEEPERS = {"photo_editor", "editor", "chief", "root"}
RELEASERS = {"chief", "root"}
# One photo: who may GET, who may POST; None where the method is not allowed to anybody.
OF_A_PHOTO: dict[str, tuple[set[str] | None, set[str] | None]] = {
    "articles_photo_original": (KEEPERS, None),
    "articles_article_photo_cell": (set(PEOPLE), None),
    "articles_article_photo_focal": (None, KEEPERS),
    "articles_photo_earlier": (KEEPERS, None),
    "articles_photo_earlier_small": (set(PEOPLE), None),
    "articles_photo_thumbnail": (set(PEOPLE), None),
    "articles_photo_preview": (set(PEOPLE), None),
    "articles_photo_state": (set(PEOPLE), None),
    "articles_photo_retry": (None, KEEPERS),
    "articles_photo_replace": (KEEPERS, KEEPERS),
    "articles_photo_stop": (KEEPERS, KEEPERS),
    "articles_photo_statement": (KEEPERS, None),
    "articles_photo_take_down": (KEEPERS, KEEPERS),
    "articles_photo_taken_down": (KEEPERS, KEEPERS),
    "articles_photo_release": (RELEASERS, RELEASERS),
}
# The photo desk's screens for many photos: who may GET them, and POST to them.
OF_PHOTOS = {
    "articles_photo_complete": KEEPERS,
    "articles_photo_progress": KEEPERS,
    "articles_photo_bulk": KEEPERS,
    "articles_photo_undo": KEEPERS,
    "articles_photo_remove": {"photo_editor", "chief", "root"},
    "articles_photo_credit_usage": set(PEOPLE),
    "articles_article_many": set(PEOPLE) - {"photo_editor"},
    "articles_article_names": {"chief", "root"},
}
# The front page of one language: who may GET and who may POST.
ARRANGERS = {"editor", "chief", "root"}
OF_THE_FRONT_PAGE: dict[str, tuple[set[str] | None, set[str] | None]] = {
    "articles_frontslot_preview": (None, ARRANGERS),
    "articles_frontslot_search": (ARRANGERS, None),
}
# Who may have everything that is live checked at once, by POST.
CHECKERS = {"editor", "chief", "root"}
# Every member of staff; the rest of the admin's own.
OF_STAFF = {
    "index",
    "logout",
    "password_change",
    "password_change_done",
    "articles_article_many_job",  # one's own: test_many.py
    "articles_article_publish_hour",  # says what an hour means
    "articles_article_most_read",  # of what one may see: test_readers.py
    "articles_article_error_reports",  # of what one may see: test_error_reports.py
    "articles_article_error_report_handle",  # whoever may correct: test_error_reports.py
    "articles_article_error_report_reopen",
    "articles_article_waiting_cancel",  # whoever may publish: test_publish_choices.py
    "autocomplete",
    "jsi18n",
    "view_on_site",
    "app_list",
    "auth_user_password_change",
}
OF_ALL = {"login", "language"}


def names(patterns: list[Any], inside: bool = False) -> Iterator[str]:
    for each in patterns:
        if isinstance(each, URLResolver):
            yield from names(each.url_patterns, inside or each.namespace == "admin")
        elif isinstance(each, URLPattern) and inside and each.name:
            yield each.name


def test_every_address_of_the_desk_is_in_a_table() -> None:
    listed = {
        *OF_AN_ARTICLE,
        *OF_A_REGISTER,
        *OF_A_PHOTO,
        *OF_PHOTOS,
        *OF_THE_FRONT_PAGE,
        *OF_A_NEW_ONE,
        *CHOICES_FOR_A_NEW_ONE,
        *OF_STAFF,
        *OF_ALL,
        "articles_article_check",
    }
    assert set(names(get_resolver().url_patterns)) == listed


def test_the_groups_hold_what_the_table_says() -> None:
    found = {
        group.name: {
            f"{permission.content_type.app_label}.{permission.codename}"
            for permission in group.permissions.select_related("content_type")
        }
        for group in Group.objects.all()
    }
    assert found == {
        role: {f"articles.{codename}" for codename in codenames}
        for role, codenames in ROLES.items()
    }
    assert Permission.objects.filter(codename="view_article").count() == 1


# --- Who is who ----------------------------------------------------------------------------------


@pytest.fixture
def people(cast: Cast, root: User) -> dict[str, User]:
    night = User.objects.create_user("ida", is_staff=True)
    night.groups.set(Group.objects.filter(name__in=["writer", "night duty"]))
    found = {"night": night, "root": root}
    return {role: found.get(role) or getattr(cast, role) for role in PEOPLE}


@pytest.fixture
def answers_alone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are drawn for the chief; of the others' only what is answered is looked at."""
    if request.node.callspec.params["role"] != "chief":
        monkeypatch.setattr(Template, "render", lambda *_, **__: "")


def signed_in(person: User | None) -> Client:
    client = Client()
    if person is not None:
        client.force_login(person)
    return client


def is_refused(response: Any) -> bool:
    """Forbidden, unknown, or sent away: the admin sends whoever may not know of a thing home."""
    sent_home = response.status_code == 302 and response["Location"] == reverse("admin:index")
    return sent_home or response.status_code in (403, 404, 405)


def is_sent_to_log_in(response: Any) -> bool:
    return response.status_code == 302 and response["Location"].startswith(reverse("admin:login"))


# --- Articles ------------------------------------------------------------------------------------


def in_every_state(person: User) -> dict[str, Article]:
    """An article in each state, as `person` has to do with it; the live ones have an Edition."""
    owner = User.objects.create_user("somebody", is_staff=True)
    made = {}
    for state in ALL.split():
        made[state] = newsroom.article(
            f"The rung, {state}",
            owner=person if state.startswith("own") else owner,
            assignee_da=person if state.startswith("given") else None,
        )
        if state.endswith("live"):
            newsroom.publish(made[state], "en")
    return made


def sitting(article: Article) -> Sitting:
    """A version of it, in which somebody changed the Danish headline."""
    found = article.sittings.exclude(changes=[]).first()
    if found is None:
        change = Set("1", "", "headline", "da", article.headline_da, "En anden rubrik")
        done = apply(article_id=article.pk, changes=[change], by=None, may=EVERYTHING)
        found = done.sitting
    return found


def address(name: str, article: Article) -> str | None:
    """None where it names an Edition and the article has none."""
    args: list[Any] = [article.pk]
    if name.endswith("preview"):
        args.append("da")
    if name.endswith(("edition", "cancel", "republish")):
        edition = article.editions.first()
        if edition is None:
            return None
        args.append(edition.pk)
    if name.endswith("waive"):
        note = newsroom.notice(article, "It was the second rung.")
        owed = CorrectionOwed.objects.create(note=note, article=article, language="da")
        args.append(owed.pk)
    if name.endswith(("restore", "take_back")):
        args += [
            sitting(article).pk,
            *(["article-headline-da"] if name.endswith("take_back") else []),
        ]
    if "_sheet" in name and not name.endswith("sheets"):
        kept = {"language": "da", "texts": [], "sent_at": MONDAY}
        args.append(article.sheets.get_or_create(defaults=kept)[0].pk)
    return reverse(f"admin:{name}", args=args)


@pytest.mark.parametrize("role", EVERY_ROLE)
@pytest.mark.usefixtures("answers_alone")
def test_what_one_may_do_with_an_article(role: str, people: dict[str, User]) -> None:
    client, articles = signed_in(people[role]), again(in_every_state, people[role])
    wrong = []
    for name, rules in OF_AN_ARTICLE.items():
        for method, may in zip(("get", "post"), rules, strict=True):
            allowed = (may or NOBODY).get(role, "").split()
            for state in SUPERUSERS if role == "root" else articles:
                article = articles[state]
                path = address(name, article)
                if path is None:
                    continue
                response = getattr(client, method)(path)
                assert response.status_code < 500
                if is_refused(response) is (state in allowed):
                    wrong.append((method, name, state, response.status_code))
    assert wrong == []


@pytest.mark.parametrize("role", EVERY_ROLE)
def test_who_may_begin_an_article(role: str, people: dict[str, User]) -> None:
    client = signed_in(people[role])
    for name, args in OF_A_NEW_ONE.items():
        response = client.post(reverse(f"admin:{name}", args=args))
        assert is_refused(response) is (role not in BEGIN), name


@pytest.mark.parametrize("role", EVERY_ROLE)
def test_who_is_offered_photos_and_links_for_it(role: str, people: dict[str, User]) -> None:
    client = signed_in(people[role])
    for name in CHOICES_FOR_A_NEW_ONE:
        response = client.get(reverse(f"admin:{name}"))
        assert is_refused(response) is (role not in BEGIN), name


@pytest.mark.parametrize("role", EVERY_ROLE)
def test_the_list_of_articles_holds_what_one_may_see(role: str, people: dict[str, User]) -> None:
    client, articles = signed_in(people[role]), again(in_every_state, people[role])
    page = client.get(reverse("admin:articles_article_changelist")).content.decode()
    listed = {state for state, article in articles.items() if f"/article/{article.pk}/" in page}
    assert listed == set(SEE[role].split())


@pytest.mark.parametrize("role", EVERY_ROLE)
def test_one_is_offered_what_one_may_do(role: str, people: dict[str, User]) -> None:
    client, articles = signed_in(people[role]), again(in_every_state, people[role])
    for state in SEE[role].split():
        article = articles[state]
        page = client.get(reverse("admin:articles_article_change", args=[article.pk]))
        html = page.content.decode()
        offers = {
            "save": 'name="_save"' in html,
            "publish": address("articles_article_publish", article) in html,  # type: ignore[operator]
            "delete": address("articles_article_delete", article) in html,  # type: ignore[operator]
        }
        assert offers == {
            "save": state in EDIT.get(role, "").split(),
            "publish": state in PUBLISH.get(role, "").split(),
            "delete": state in DELETE.get(role, "").split(),
        }, state


# --- Registers -----------------------------------------------------------------------------------


def one_of_each() -> dict[str, Any]:
    article = newsroom.article()
    newsroom.pin(article)
    newsroom.byline(article)
    newsroom.source(article, "The coast office", "Kystkontoret")
    somebody = User.objects.create_user("somebody", is_staff=True)
    unused = newsroom.photo()  # one in use can not be deleted, whoever asks
    return {
        "article": article,
        "photo": unused,
        "imagecredit": unused.credit,
        "topic": article.topic,
        "contributor": article.contributors.get(),
        "source": article.sources.get(),
        "frontslot": FrontSlot.objects.get(),
        "page": Page.objects.create(title_en="About", slug_en="about", body_en="We."),
        "sitesettings": SiteSettings.objects.create(pk=1),
        "user": somebody,
        "group": Group.objects.create(name="guests"),
        "erasure": Erasure.objects.create(
            article=article, number=article.pk, kind="deindex", at=MONDAY, reason="Asked for."
        ),
    }


@pytest.mark.parametrize("role", EVERY_ROLE)
@pytest.mark.usefixtures("answers_alone")
def test_what_one_may_do_with_the_registers(role: str, people: dict[str, User]) -> None:
    client, rows = signed_in(people[role]), again(one_of_each)
    wrong = []
    for model, row in rows.items():
        app = "auth" if model == "group" else "articles"
        may = REGISTERS[model].get(role, "")
        trials: list[tuple[str, list[Any], str, str]] = [
            ("changelist", [], "get", "v"),
            ("add", [], "get", "a"),
            ("add", [], "post", "a"),
        ]
        if model != "article":  # by state: above
            trials += [
                ("change", [row.pk], "get", "v"),
                ("change", [row.pk], "post", "c"),
                ("history", [row.pk], "get", "v"),
                ("delete", [row.pk], "get", "d"),
                ("delete", [row.pk], "post", "d"),
            ]
        for what, args, method, letter in trials:
            response = getattr(client, method)(reverse(f"admin:{app}_{model}_{what}", args=args))
            if is_refused(response) is (letter in may):
                wrong.append((method, model, what, response.status_code))
    assert wrong == []


def of_a_photo(name: str, photo: Photo) -> str:
    args = [photo.pk]
    if "earlier" in name:
        args.append(photo.originals.get().pk)
    if name.endswith("taken_down"):
        args.append(photo.take_downs.get().pk)
    return reverse(f"admin:{name}", args=args)


def a_photo_for(name: str) -> Photo:
    """With its file on disk; taken down, for the addresses of such a one."""
    (Path(settings.MEDIA_ROOT) / "kept.jpg").write_bytes(b"as it came")
    photo = newsroom.photo(file="kept.jpg", filename="jetty.jpg")
    photo.originals.update(file="kept.jpg")
    if name.endswith(("taken_down", "release")):
        newsroom.change(photo, taken_down_at=newsroom.MONDAY)
        done = {"at": newsroom.MONDAY, "done_at": newsroom.MONDAY}
        TakeDown.objects.create(photo=photo, reason="Not ours.", **done)
    return photo


@pytest.mark.parametrize("role", EVERY_ROLE)
def test_what_one_may_do_with_a_photo(role: str, people: dict[str, User]) -> None:
    client = signed_in(people[role])
    for name, rules in OF_A_PHOTO.items():
        for method, may in zip(("get", "post"), rules, strict=True):
            response = getattr(client, method)(of_a_photo(name, a_photo_for(name)))
            b"".join(response)  # read to its end, or the file stays open
            assert response.status_code < 500
            assert is_refused(response) is (role not in (may or set())), (method, name)


@pytest.mark.parametrize("role", EVERY_ROLE)
def test_screens_for_many_photos(role: str, people: dict[str, User]) -> None:
    client = signed_in(people[role])
    for name, allowed in OF_PHOTOS.items():
        for method in ("get", "post"):
            response = getattr(client, method)(reverse(f"admin:{name}"))
            assert is_refused(response) is (role not in allowed), (method, name)


@pytest.mark.parametrize("role", EVERY_ROLE)
def test_who_arranges_the_front_page(role: str, people: dict[str, User]) -> None:
    client = signed_in(people[role])
    for name, rules in OF_THE_FRONT_PAGE.items():
        for method, may in zip(("get", "post"), rules, strict=True):
            response = getattr(client, method)(reverse(f"admin:{name}", args=["en"]))
            assert is_refused(response) is (role not in (may or set())), (method, name)


def test_who_has_everything_live_checked(people: dict[str, User]) -> None:
    path = reverse("admin:articles_article_check")
    for role, person in people.items():
        client = signed_in(person)
        assert client.get(path).status_code == 405
        response = client.post(path)
        assert (response.status_code == 302) is (role in CHECKERS), role
        assert (response.status_code == 403) is (role not in CHECKERS), role


# --- Without a role ------------------------------------------------------------------------------


def every_address() -> Iterator[str]:
    rows = again(one_of_each)
    newsroom.publish(rows["article"], "en")
    for name in OF_AN_ARTICLE:
        path = address(name, rows["article"])
        assert path is not None
        yield path
    for model, row in rows.items():
        app = "auth" if model == "group" else "articles"
        yield reverse(f"admin:{app}_{model}_changelist")
        yield reverse(f"admin:{app}_{model}_add")
        for what in ("change", "history", "delete"):
            yield reverse(f"admin:{app}_{model}_{what}", args=[row.pk])
    for name, args in OF_A_NEW_ONE.items():
        yield reverse(f"admin:{name}", args=args)
    for name in OF_PHOTOS:
        yield reverse(f"admin:{name}")
    for name in OF_THE_FRONT_PAGE:
        yield reverse(f"admin:{name}", args=["en"])
    for name in OF_A_PHOTO:
        yield of_a_photo(name, a_photo_for(name))
    yield reverse("admin:auth_user_password_change", args=[rows["user"].pk])
    yield reverse("admin:index")
    yield reverse("admin:articles_article_check")
    yield reverse("admin:autocomplete")
    yield reverse("admin:app_list", args=["articles"])


@pytest.mark.parametrize("method", ["get", "post", "head"])
def test_whoever_is_no_staff_is_asked_to_log_in(method: str, cast: Cast) -> None:
    paths = list(every_address())
    for person in (None, cast.stranger):
        client = signed_in(person)
        for path in paths:
            response = getattr(client, method)(path)
            assert is_sent_to_log_in(response), (path, response.status_code)
            assert b"rung" not in response.content


def test_who_is_refused_is_told_why_in_the_desks_language(cast: Cast) -> None:
    User.objects.filter(pk=cast.writer.pk).update(interface_language="da")
    client = signed_in(User.objects.get(pk=cast.writer.pk))
    article = newsroom.article(owner=cast.writer)
    page = client.get(reverse("admin:articles_article_publish", args=[article.pk]))
    assert page.status_code == 403
    assert '<html lang="da"' in page.content.decode()
    assert reverse("admin:index") in page.content.decode()


def test_somebody_who_left_is_out_at_once(cast: Cast) -> None:
    client = signed_in(cast.chief)
    User.objects.filter(pk=cast.chief.pk).update(is_active=False)
    assert is_sent_to_log_in(client.get(reverse("admin:index")))


def test_nothing_is_done_without_the_pages_own_token(root: User) -> None:
    paths = list(every_address())
    client = Client(enforce_csrf_checks=True)
    client.force_login(root)
    statuses = {path: client.post(path).status_code for path in paths}
    assert {path for path, status in statuses.items() if status not in (403, 405)} == set()
