"""The photo library: the stock changelist with our own questions, and cards in place of rows."""

from typing import TYPE_CHECKING, Any, Final, cast

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.functional import cached_property

from articles.desk.photos import asked, filters
from articles.desk.photos.actions import offers
from articles.desk.photos.bulk import SameForm
from articles.desk.photos.bulk_views import to_undo
from articles.desk.photos.cards import Card, cards
from articles.desk.photos.likeness import groups
from articles.desk.photos.shelf import Shelf, shelf
from articles.models.clock import database_now
from articles.models.photo import Photo

if TYPE_CHECKING:
    from articles.desk.photos.admin import PhotoAdmin

VIEWS: Final = ("grid", "list")
_KEPT: Final = "photo_view"


class AskedFilter(admin.ListFilter):
    """All our parameters at once: the changelist must not take them for names of columns."""

    title = "asked"  # never shown

    def __init__(
        self, request: HttpRequest, params: dict[str, Any], model: Any, model_admin: Any
    ) -> None:
        super().__init__(request, params, model, model_admin)
        for name in asked.NAMES:
            if name in params:
                self.used_parameters[name] = params.pop(name)
        self.asked = asked.read(request.GET)
        self.world = filters.World(database_now(), request.user)

    def has_output(self) -> bool:
        return True

    def choices(self, changelist: Any) -> list[dict[str, Any]]:
        return []

    def expected_parameters(self) -> list[str]:
        return list(asked.NAMES)

    def queryset(self, request: HttpRequest, photos: QuerySet[Photo]) -> QuerySet[Photo]:
        return filters.narrowed(self.chosen(photos), self.asked.options, self.world)

    def chosen(self, photos: QuerySet[Photo]) -> QuerySet[Photo]:
        """What is chosen from lists alone."""
        return asked.of_register(photos, self.asked, self.world)


class PhotoList(ChangeList):
    """A page of the library. At most 15 queries, whatever the number of photos."""

    cards: list[Card]
    sets: list[list[Card]]  # those that look alike, together; else all in one
    shelf: Shelf
    view: str

    @property
    def filter(self) -> AskedFilter:
        return cast("AskedFilter", self.filter_specs[0])

    @property
    def asked(self) -> asked.Asked:
        return self.filter.asked

    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> Any:
        """In a chooser without what was taken down: no page may have it."""
        if self.is_popup:
            self.root_queryset = self.root_queryset.filter(taken_down_at__isnull=True)
        rows = super().get_queryset(request, exclude_parameters)
        return rows.select_related("credit", "uploaded_by")

    def get_ordering(self, request: HttpRequest, queryset: QuerySet[Photo]) -> list[Any]:
        return asked.ordering(self.asked, self.filter.world.now)

    def get_results(self, request: HttpRequest) -> None:
        base = self._searched(request, self.filter.chosen(self.root_queryset))
        world = self.filter.world
        numbers = filters.numbers(base, self.asked.options, world)
        self.paginator = Counted(self.queryset, self.list_per_page, total=numbers["", ""])
        self.page_num = min(max(self.page_num, 1), self.paginator.num_pages)
        self.result_count = self.paginator.count
        self.full_result_count = None
        self.show_full_result_count = False
        self.show_admin_actions = True
        self.can_show_all = False
        self.multi_page = self.paginator.num_pages > 1
        self.view = _view(request)
        self.result_list = self._page()
        self.cards = cards(self.result_list, world)
        self.sets = self._sets()
        self.shelf = shelf(self, numbers, request.user)

    @cached_property
    def is_twins(self) -> bool:
        """Whether those that look alike are to be compared: then each set stands together."""
        return self.asked.options.get("needs") == {"twins"}

    def _searched(self, request: HttpRequest, photos: QuerySet[Photo]) -> QuerySet[Photo]:
        found, _duplicates = self.model_admin.get_search_results(request, photos, self.query)
        return found

    def _page(self) -> list[Photo]:
        if not self.is_twins:
            return list(self.paginator.page(self.page_num).object_list)
        shown = set(self.queryset.values_list("pk", flat=True))
        order = [pk for group in groups(self.filter.world.alike) for pk in group if pk in shown]
        first = (self.page_num - 1) * self.list_per_page
        some = order[first : first + self.list_per_page]
        rows = self.queryset.in_bulk(some)
        return [rows[pk] for pk in some if pk in rows]

    def _sets(self) -> list[list[Card]]:
        if not self.is_twins:
            return [self.cards]
        by_photo = {card.photo.pk: card for card in self.cards}
        found = [
            [by_photo[pk] for pk in group if pk in by_photo]
            for group in groups(self.filter.world.alike)
        ]
        return [each for each in found if each]


class Counted(Paginator):
    """A paginator that was told the number: it came with the filters' own."""

    def __init__(self, rows: QuerySet[Photo], per_page: int, *, total: int) -> None:
        super().__init__(rows, per_page)
        self.total = total

    @property
    def count(self) -> int:  # type: ignore[override]
        return self.total


def furnished(admin: "PhotoAdmin", request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The stock page with what our template needs besides: nothing of it costs a query."""
    listed = (getattr(response, "context_data", None) or {}).get("cl")
    if not isinstance(response, TemplateResponse) or not isinstance(listed, PhotoList):
        return response
    may_change = admin.has_change_permission(request)
    link, page = listed.get_query_string, listed.page_num
    paginator = listed.paginator
    context = response.context_data or {}
    context.update(
        offers=[] if listed.is_popup else offers(admin, request),
        bulk_form=SameForm(auto_id="bulk-%s", label_suffix="") if may_change else None,
        undo=to_undo(request) if may_change and not listed.is_popup else 0,
        grid_link=link({"view": "grid"}),
        list_link=link({"view": "list"}),
        previous_link=link({"p": page - 1}) if page > 1 else "",
        next_link=link({"p": page + 1}) if page < paginator.num_pages else "",
        page_links=[
            (number, link({"p": number}) if isinstance(number, int) and number != page else "")
            for number in paginator.get_elided_page_range(page, on_each_side=2, on_ends=1)
        ],
    )
    return response


def _view(request: HttpRequest) -> str:
    """Grid or list: as chosen now, else as chosen last."""
    chosen = request.GET.get("view")
    if chosen in VIEWS:
        if request.session.get(_KEPT, VIEWS[0]) != chosen:
            request.session[_KEPT] = chosen
        return chosen
    kept = request.session.get(_KEPT)
    return kept if kept in VIEWS else VIEWS[0]
