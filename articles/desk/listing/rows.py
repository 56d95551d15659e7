"""A page of the list as its template shows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.contrib.admin.views.main import ChangeList
from django.db.models import OuterRef
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.desk.asking import staff
from articles.desk.listing.filters import CHIPS, MINE, in_work_of, surveyed
from articles.desk.readers.figures import by_reads, reads_of
from articles.desk.survey.shown import Sign, Verdict, changed, signs, thumbnails, title, verdict
from articles.desk.survey.survey import survey
from articles.models.article import Article
from articles.models.clock import database_now
from articles.models.translated import read
from articles.text.languages import LANGUAGES


@dataclass(frozen=True, slots=True)
class Row:
    article: Article
    title: str
    headlines: tuple[tuple[str, str], ...]
    thumbnail: tuple[str, int, int] | None
    signs: tuple[Sign, ...]
    verdict: Verdict
    changed: str
    reads: int


@dataclass(frozen=True, slots=True)
class Chip:
    name: str | Promise
    href: str
    count: int
    is_chosen: bool
    is_whole: bool = True  # else there are at least so many


@dataclass(frozen=True, slots=True)
class Choice:
    """A select above the list."""

    name: str
    label: str | Promise
    every: str | Promise
    value: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A head that sorts; `direction` is "ascending", "descending" or "" where it does not now."""

    label: str | Promise
    href: str
    direction: str


_EVERY: Final = {
    "topic": _("All topics"),
    "who": _("Anyone"),
    "en": _("Any state in English"),
    "da": _("Any state in Danish"),
}
_LABELS: Final = {
    "topic": _("Topic"),
    "who": _("Owner, writer or last editor"),
    "en": _("State in English"),
    "da": _("State in Danish"),
}
_COLUMNS: Final = (
    ("headlines", _("Headline")),
    ("topic", _("Topic")),
    ("changed", _("Changed")),
    ("reads", _("Reads, 7 days")),
)
# Those that one wants to see from the other end first.
_FALLING: Final = ("changed", "reads")


class ArticleList(ChangeList):
    """A page of the list, with where each article stands."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        found = self.result_list.select_related("topic", "owner", "changed_by", "lead_photo")
        self.result_list = list(found)
        self.asked = request

    @property
    def counts_reads(self) -> bool:
        return bool(settings.COUNT_READS)

    def get_ordering_field(self, field_name: Any) -> Any:
        """By reads needs the day of today."""
        if field_name == "reads":
            return by_reads(database_now(), OuterRef("pk")) if self.counts_reads else None
        return super().get_ordering_field(field_name)

    def rows(self) -> list[Row]:
        now, me = database_now(), self.asked.user.pk
        known = surveyed(self.asked).rows
        if missing := [each.pk for each in self.result_list if each.pk not in known]:
            known = {**known, **survey(Article.objects.filter(pk__in=missing), as_of=now).rows}
        pictures = thumbnails(self.result_list)
        reads = reads_of([each.pk for each in self.result_list], now) if self.counts_reads else {}
        return [
            Row(
                article=each,
                title=title(each)[0],
                headlines=tuple((code, read(each, "headline", code)) for code in LANGUAGES),
                thumbnail=pictures.get(each.pk),
                signs=signs(known[each.pk]),
                verdict=verdict(known[each.pk]),
                changed=changed(each, now, me),
                reads=reads.get(each.pk, 0),
            )
            for each in self.result_list
            if each.pk in known  # else it was deleted this moment
        ]

    def chips(self) -> Iterator[Chip]:
        found = surveyed(self.asked)
        chosen = self.params.get("show", "")
        counts = {
            MINE: len(in_work_of(staff(self.asked), found.rows)),
            **{key: sum(map(test, found.rows.values())) for key, (_n, test) in CHIPS.items()},
        }
        names = {MINE: _("Mine in work"), **{key: name for key, (name, _test) in CHIPS.items()}}
        everything = self.root_queryset.count()
        yield Chip(_("All"), self.link(remove=("show",)), everything, chosen not in names)
        for key, name in names.items():
            href = self.link({"show": key})
            yield Chip(name, href, counts[key], chosen == key, found.complete)

    def choices(self) -> list[Choice]:
        return [
            Choice(
                name=spec.parameter_name,
                label=_LABELS[spec.parameter_name],
                every=_EVERY[spec.parameter_name],
                value=spec.value() or "",
                options=tuple((str(value), str(label)) for value, label in spec.lookup_choices),
            )
            for spec in self.filter_specs
            if getattr(spec, "parameter_name", "") in _EVERY
        ]

    def columns(self) -> dict[str, Column]:
        now = self.get_ordering_field_columns()
        found = {}
        for name, label in _COLUMNS:
            at = list(self.list_display).index(name)
            way = {"asc": "ascending", "desc": "descending"}.get(now.get(at, ""), "")
            turn = at if way == "descending" or (not way and name not in _FALLING) else f"-{at}"
            found[name] = Column(label, self.link({"o": str(turn)}), way)
        return found

    def pages(self) -> list[tuple[str, str | None]]:
        """(number, address), the address None where it leads nowhere: here, and the gaps."""
        numbers = self.paginator.get_elided_page_range(self.page_num, on_each_side=2, on_ends=1)
        return [
            (
                str(number),
                self.link({"p": str(number)})
                if isinstance(number, int) and number != self.page_num
                else None,
            )
            for number in numbers
        ]

    def link(self, new: Any = None, remove: tuple[str, ...] = ()) -> str:
        """This list's address with other parameters; anything but a page begins at the first."""
        gone = remove if new and "p" in new else (*remove, "p")
        return self.get_query_string(new, list(gone))

    @property
    def is_narrowed(self) -> bool:
        return bool(self.query or any(self.params.get(name) for name in ("show", *_EVERY)))

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What the form of the search sends along besides its own fields."""
        return [(name, str(self.params[name])) for name in ("show", "o") if name in self.params]
