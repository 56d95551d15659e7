"""The photos of an import: files of a folder become photos of the library, with credits."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from django.utils.translation import gettext as _

from articles.importing import limits
from articles.importing.errors import ManuscriptError
from articles.importing.planned import PlannedPhoto, PlannedSlide
from articles.models.photo import ImageCredit, Photo
from articles.models.translated import read, write
from articles.photos.errors import PhotoRefused
from articles.photos.intake import examine, take_in
from articles.photos.queue import why
from articles.photos.register import named
from articles.photos.work_off import work_off
from articles.text.credits import split_credit
from articles.text.languages import LANGUAGES

Progress = Callable[[int, int], None]

_WRITTEN: Final = (
    *("byline", "credit_id", "metadata", "stock_id"),
    *(f"{field}_{language}" for language in LANGUAGES for field in ("alt", "caption")),
)


def require_readable(slides: Sequence[PlannedSlide]) -> None:
    """Raise ManuscriptError if the library would refuse one of the files. Stores nothing."""
    for slide in slides:
        if slide.photo:
            try:
                examine(_bytes(slide.photo))
            except PhotoRefused as error:
                raise ManuscriptError(f"{slide.photo.file.name}: {error}") from None


def take(
    slides: Sequence[PlannedSlide], *, progress: Progress
) -> tuple[dict[int, Photo], list[str]]:
    """Return the photos by the manuscript's slide number, and warnings.

    Each file is stored by itself: rendering takes seconds, and nothing else may wait for it.
    """
    warnings: list[str] = []
    planned = [slide for slide in slides if slide.photo and slide.number]
    taken: dict[int, int] = {}  # photos by slide

    def bring_in() -> Iterator[Photo]:
        for slide in planned:
            if slide.photo and slide.number:
                photo = _take(slide, slide.photo, warnings)
                taken[slide.number] = photo.pk
                yield photo

    made = work_off(bring_in(), progress=lambda done: progress(done, len(planned)))
    photos = {photo.pk: photo for photo in made}
    warnings += [
        _("The files that readers see could not be made of %(file)s: %(reason)s")
        % {"file": photo.filename, "reason": why(photo)}
        for photo in made
        if photo.work != Photo.Work.READY
    ]
    return {number: photos[pk] for number, pk in taken.items() if pk in photos}, warnings


def _take(slide: PlannedSlide, planned: PlannedPhoto, warnings: list[str]) -> Photo:
    intake = take_in(_bytes(planned), filename=planned.file.name, by=None)
    photo = intake.photo
    before = _written(photo)
    byline, name = _said(slide, planned, warnings)
    if byline or name:
        credit = _registered(name) if name else None
        if intake.created:
            _credit(photo, byline, credit, warnings)
        elif not (photo.byline or photo.credit):
            photo.byline, photo.credit = byline, credit
        elif (photo.byline, photo.credit) != (byline, credit):
            warnings.append(
                _("%(file)s is in the library with another credit, which stands. Check it.")
                % {"file": planned.file.name}
            )
    _describe(photo, planned)
    if slide.incoming and not photo.stock_id:
        photo.stock_id = slide.incoming.stock_id
    if _written(photo) != before:
        photo.save(update_fields=_WRITTEN)  # its work is the queue's
        # Pages may show it, and a worker that took it up already wrote other names into its files.
        Photo.objects.filter(pk=photo.pk).exclude(work=Photo.Work.WAITING).update(pages_due=True)
    return photo


def _written(photo: Photo) -> list[object]:
    return [getattr(photo, name) for name in _WRITTEN]


def _said(slide: PlannedSlide, planned: PlannedPhoto, warnings: list[str]) -> tuple[str, str]:
    """Byline and credit: what the photographers' list says goes before the manuscript."""
    row = planned.row
    byline, credit = split_credit(row.credit or (slide.incoming.credit if slide.incoming else ""))
    byline = row.byline or byline
    warnings += [
        _("Too long for its field, and cut there: %(text)s") % {"text": text}
        for text in (byline, credit)
        if len(text) > limits.CREDIT
    ]
    return byline[: limits.CREDIT], credit[: limits.CREDIT]


def _credit(photo: Photo, byline: str, credit: ImageCredit | None, warnings: list[str]) -> None:
    """Credit a new photo as the manuscript does, and say so if its file names somebody else."""
    own = photo.byline
    if own and own != byline:
        photo.metadata = {**photo.metadata, "creator": own}
        if not byline and credit and credit.byline_required:
            byline = own
        else:
            warnings.append(
                _("%(file)s names %(byline)s as its photographer. It was credited as written.")
                % {"file": photo.filename, "byline": own}
            )
    photo.byline, photo.credit = byline, credit


def _registered(name: str) -> ImageCredit:
    """Return the entry of the register under that name, however it is spelled; made if missing."""
    return named(name) or ImageCredit.objects.get_or_create(name=name)[0]


def _describe(photo: Photo, planned: PlannedPhoto) -> None:
    """Add the list's words where the library has none yet."""
    for language in LANGUAGES:
        for field in ("alt", "caption"):
            words = getattr(planned.row, f"{field}_{language}")
            if words and not read(photo, field, language):
                write(photo, field, language, words)


def _bytes(planned: PlannedPhoto) -> bytes:
    try:
        return planned.file.read_bytes()
    except OSError as error:
        raise ManuscriptError(
            _("“%(path)s” cannot be read (%(reason)s).")
            % {"path": planned.file, "reason": error.strerror or error}
        ) from None
