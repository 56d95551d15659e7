"""One article of many: what is done with it, and what came of that.

Every act asks for the rights on its article and goes through the same verb as that article's own
page. What it says is plain data, since it is kept between two steps.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from django.db import DatabaseError
from django.http import HttpRequest
from django.utils.translation import gettext as _

from articles.desk.asking import rights_of, staff
from articles.desk.names import LANGUAGE_NAMES
from articles.desk.panel import remarks
from articles.desk.publish.done import log as note_down
from articles.desk.rights import Rights, may, visible_to
from articles.desk.storyboard.changes_view import may_write
from articles.desk.survey.shown import title
from articles.document.build import build
from articles.editing.apply import apply
from articles.editing.changes import Set
from articles.editing.duplicate import duplicate
from articles.models.article import Article
from articles.models.clock import database_now
from articles.publishing.errors import Changed, PublishingError, Refused
from articles.publishing.publish import publish
from articles.publishing.snapshot import working_copy
from articles.publishing.state import Standing, State, standings
from articles.publishing.withdraw import withdraw
from articles.text.languages import LANGUAGES

log = logging.getLogger(__name__)
Outcome = dict[str, Any]

DONE: Final = "done"
SAME: Final = "same"  # there was nothing to do
STOPPED: Final = "stopped"  # by the gate, a colleague's change, the state it is in
REFUSED: Final = "refused"  # no right
FAILED: Final = "failed"


def act(request: HttpRequest, pk: int, action: str, wanted: Mapping[str, Any]) -> Outcome:
    """Do it with one article; never raises, so that one cannot stop the others."""
    article = visible_to(request.user).filter(pk=pk).first()
    if article is None:
        return _outcome(pk, "", REFUSED, _("It is not there any more, or not for you to see."))
    name = title(article)[0]
    try:
        found = ACTS[action](request, article, wanted)
    except (PublishingError, Article.DoesNotExist) as error:
        return _outcome(pk, name, STOPPED, str(error))
    except DatabaseError:
        log.exception("Article %s, %s", pk, action)
        return _outcome(pk, name, FAILED, _("The database was busy. Try this one again."))
    except Exception:
        log.exception("Article %s, %s", pk, action)
        return _outcome(pk, name, FAILED, _("That did not work. Tell those who run the site."))
    return {**_outcome(pk, name, DONE, ""), **found}


def _outcome(pk: int, name: str, status: str, message: str) -> Outcome:
    return {"article": pk, "title": name, "status": status, "message": message}


# --- Publishing ----------------------------------------------------------------------------------


def _publish(request: HttpRequest, article: Article, wanted: Mapping[str, Any]) -> Outcome:
    granted = rights_of(request, article)
    if not granted.publish:
        return {"status": REFUSED, "message": _("You may not publish this one.")}
    found = standings(article, as_of=database_now())
    asked = [each for each in LANGUAGES if each in wanted["languages"]]
    planned = [each for each in asked if found[each].state is not State.NOT_PLANNED]
    due, left = _due(planned, found, granted)
    if not due:
        same = {"status": SAME, "message": _("Readers have this already.")}
        return {"status": STOPPED, "message": " ".join(left)} if left else same
    try:
        expected: dict[str, str] = {each: wanted["shown"][str(article.pk)][each] for each in due}
        publish(article=article, languages=due, by=staff(request), expect=expected)
    except (Changed, KeyError):
        return {
            "status": STOPPED,
            "message": _("It was changed since you looked. Read it, then publish it there."),
        }
    except Refused as refused:
        return _stopped(article, refused)
    for language in due:
        text = _("The %(language)s edition is live.") % {"language": LANGUAGE_NAMES[language]}
        note_down(request, article, text)
    done = _("Published: %(languages)s.") % {"languages": _names(due)}
    return {"message": " ".join([done, *left])}


def _due(
    planned: Sequence[str], found: Mapping[str, Standing], granted: Rights
) -> tuple[list[str], list[str]]:
    """The languages that go out, and why the others are left alone."""
    due, left = [], []
    for language in planned:
        where, name = found[language], {"language": LANGUAGE_NAMES[language]}
        if where.withdrawn and not granted.withdraw:
            left.append(_("%(language)s was withdrawn: only a chief editor brings it back.") % name)
        elif where.scheduled:
            left.append(
                _("%(language)s is scheduled. Its own publish panel asks what becomes of that.")
                % name
            )
        elif where.state is State.WRITING:
            left.append(_("%(language)s is still in writing: mark it as ready first.") % name)
        elif not where.live or where.unpublished_changes:
            due.append(language)
    return due, left


def _stopped(article: Article, refused: Refused) -> Outcome:
    keys = list(article.slides.values_list("key", flat=True))
    working = working_copy(article, as_of=database_now())
    found = [
        [language, each.where, str(each.message), each.href]
        for language in LANGUAGES
        for each in remarks(
            article.pk,
            keys,
            [every for every in refused.findings if every.place.language == language],
            build(working, language),
        )
        if each.blocks
    ]
    return {"status": STOPPED, "message": str(refused), "findings": found}


def _withdraw(request: HttpRequest, article: Article, wanted: Mapping[str, Any]) -> Outcome:
    if not rights_of(request, article).withdraw:
        return {"status": REFUSED, "message": _("You may not withdraw this one.")}
    now = database_now()
    live = article.editions.live(now).values_list("language", flat=True)  # type: ignore[attr-defined]
    languages = [each for each in LANGUAGES if each in wanted["languages"] and each in set(live)]
    if not languages:
        return {"status": SAME, "message": _("Nothing of it is live.")}
    ended = withdraw(
        article=article, languages=languages, by=staff(request), reasons=wanted["reasons"]
    )
    for edition in ended:
        text = _("The %(language)s edition is withdrawn.") % {
            "language": LANGUAGE_NAMES[edition.language]
        }
        note_down(request, article, f"{text} {edition.withdrawal_reason}")
    return {"message": _("Withdrawn: %(languages)s.") % {"languages": _names(languages)}}


def _copy(request: HttpRequest, article: Article, wanted: Mapping[str, Any]) -> Outcome:
    if not may(request.user, "add_article"):
        return {"status": REFUSED, "message": _("You may not begin articles.")}
    made = duplicate(article_id=article.pk, by=staff(request))
    note_down(request, made, _("Copied from “%(title)s”.") % {"title": article})
    return {
        "article": made.pk,
        "message": _("This is the copy, in writing and without an address."),
    }


# --- Fields --------------------------------------------------------------------------------------


def _set(request: HttpRequest, article: Article, wanted: Mapping[str, Any]) -> Outcome:
    """`wanted["fields"]` are [field, language, value]; for undoing, `wanted["back"]` has
    {article: [[field, language, value, what it must be now]]}."""
    if "back" in wanted:
        given = wanted["back"].get(str(article.pk), [])
    else:
        given = [[*each, _now(article, each)] for each in wanted["fields"]]
    changes = [
        Set(str(number), "", field, language, base, value)
        for number, (field, language, value, base) in enumerate(given)
    ]
    allowed = may_write(request, rights_of(request, article))
    results = apply(
        article_id=article.pk, changes=changes, by=staff(request), may=allowed, save=True
    ).results
    back = [
        [field, language, base, value]
        for (field, language, value, base), result in zip(given, results, strict=True)
        if value != base and result.status == "done"
    ]
    if refused := [each for each in results if each.status == "refused"]:
        return {"status": REFUSED, "message": refused[0].message, "back": back}
    if conflicts := [each for each in results if each.status == "conflict"]:
        text = _("%(who)s changed it meanwhile. It was left as it is.")
        return {"status": STOPPED, "message": text % {"who": conflicts[0].by}, "back": back}
    if not back:
        return {"status": SAME, "message": _("It had that already.")}
    note_down(
        request,
        article,
        _("Changed together with others: %(fields)s.")
        % {"fields": ", ".join(str(_label(field)) for field, *_rest in back)},
    )
    return {"message": _("Changed."), "back": back}


def _now(article: Article, wanted: list[Any]) -> Any:
    field, language, _value = wanted
    name = f"{field}_{language}" if language else field
    return getattr(article, article._meta.get_field(name).attname)


def _label(field: str) -> Any:
    return Article._meta.get_field(field).verbose_name


def _names(languages: Sequence[str]) -> str:
    return ", ".join(str(LANGUAGE_NAMES[each]) for each in languages)


ACTS: Final[dict[str, Callable[[HttpRequest, Article, Mapping[str, Any]], Outcome]]] = {
    "publish": _publish,
    "withdraw": _withdraw,
    "stage": _set,
    "copy": _copy,
    "topic": _set,
    "people": _set,
}
