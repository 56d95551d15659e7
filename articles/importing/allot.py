"""Which photo goes to which slide."""

from dataclasses import replace
from pathlib import Path

from django.utils.translation import ngettext

from articles.importing.parts import ManuscriptSlide
from articles.importing.photos_csv import PhotoFolder
from articles.importing.planned import Existing, PlannedPhoto, PlannedSlide


def allot(
    slides: tuple[PlannedSlide, ...],
    existing: Existing | None,
    photos: PhotoFolder,
    warnings: list[str],
) -> tuple[PlannedSlide, ...]:
    """Give files to the slides without a photo: those the manuscript names, then in order."""
    pictured = {slide.pk for slide in existing.slides if slide.has_photo} if existing else set()
    waiting = [slide for slide in slides if slide.incoming and slide.existing not in pictured]
    given: dict[int | None, Path] = {}
    for slide in waiting:
        free = (file for file in photos.files if file not in given.values())
        named = next((f for f in free if slide.incoming and is_named(f, slide.incoming)), None)
        if named:
            given[slide.number] = named
    others = iter([file for file in photos.files if file not in given.values()])
    for slide in waiting:
        if slide.number not in given and (file := next(others, None)):
            given[slide.number] = file
    without = [str(slide.number) for slide in waiting if slide.number not in given]
    if without:
        warnings.append(
            ngettext(
                "No photo was left for slide %(numbers)s.",
                "No photos were left for slides %(numbers)s.",
                len(without),
            )
            % {"numbers": ", ".join(without)}
        )
    unused = [file.name for file in others]
    if unused:
        warnings.append(
            ngettext(
                "This photo was not needed: %(names)s.",
                "These photos were not needed: %(names)s.",
                len(unused),
            )
            % {"names": ", ".join(unused)}
        )
    return tuple(
        replace(slide, photo=PlannedPhoto(given[slide.number], photos.row(given[slide.number])))
        if slide.number in given and slide in waiting
        else slide
        for slide in slides
    )


def is_named(file: Path, slide: ManuscriptSlide) -> bool:
    """Say whether the manuscript names that file, by itself or at the end of a path."""
    return file.name.casefold() == slide.photo_file.rpartition("/")[2].casefold()
