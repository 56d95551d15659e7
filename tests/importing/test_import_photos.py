"""The photos of a manuscript: in order, credited, described, and never twice."""

from pathlib import Path

import pytest
from PIL import Image

from articles.models.article import Article, Slide
from articles.models.photo import ImageCredit, Photo
from articles.models.translated import read
from articles.photos import work_off
from tests import newsroom
from tests.importing.command import run
from tests.importing.conftest import MakeFolder

pytestmark = pytest.mark.django_db

LISTED = (
    "file;alt_en;alt_da;caption_en;byline;credit\n"
    "kettle-1.jpg;A kettle on a stove;En kedel på et komfur;The kettle of 1974;;\n"
    "kettle-2.jpg;Steam;Damp;;Signe Brandt;Kystfoto\n"
)


def slides() -> list[Slide]:
    return list(Slide.objects.select_related("photo__credit"))


def photo(slide: Slide) -> Photo:
    assert slide.photo is not None
    return slide.photo


def test_files_go_to_slides_in_name_order(photos: MakeFolder) -> None:
    run("capture.en.txt", photos=photos(11))
    assert [photo(slide).filename for slide in slides()] == [
        "kettle-1.jpg",
        "kettle-2.jpg",
        "kettle-3.jpg",
        "kettle-4.jpg",
    ]
    assert {photo(slide).credit for slide in slides()} == {ImageCredit.objects.get()}
    assert ImageCredit.objects.get().name == "Stockholt.com"


def test_they_are_ready_when_the_import_ends(
    photos: MakeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("capture.en.txt", photos=photos(4))
    assert set(Photo.objects.values_list("work", "pages_due")) == {("ready", False)}
    monkeypatch.setattr(work_off, "render_files", lambda photo: 1 / 0)
    folder = photos(1, name="more")
    Image.new("RGB", (80, 60), "red").save(folder / "kettle-1.jpg")
    told = run("capture.da.txt", photos=folder).told
    assert (
        "The files that readers see could not be made of kettle-1.jpg: "
        "Something went wrong on the server. Its log says more."
    ) in told["warnings"]


def test_too_many_and_too_few_are_told(photos: MakeFolder) -> None:
    many = run("capture.en.txt", photos=photos(6)).told
    assert "These photos were not needed: kettle-5.jpg, kettle-6.jpg." in many["warnings"]
    few = run("capture.da.txt", photos=photos(2, name="few")).told
    assert "No photos were left for slides 3, 4." in few["warnings"]


def test_a_photo_that_the_manuscript_names_goes_where_it_is_named(photos: MakeFolder) -> None:
    folder = photos(2)
    (folder / "kettle-2.jpg").rename(folder / "Maps-01.JPG")
    run("labelled.en.txt", photos=folder)
    assert [slide.photo and slide.photo.filename for slide in slides()] == [
        "Maps-01.JPG",
        "kettle-1.jpg",
        None,
    ]
    first = photo(slides()[0])
    assert (first.byline, str(first.credit)) == ("Jane Doe", "Getty Images")


def test_the_list_of_the_photographers_adds_what_it_says(photos: MakeFolder) -> None:
    run("capture.en.txt", photos=photos(4, LISTED))
    one, two = (photo(slide) for slide in slides()[:2])
    assert (one.byline, str(one.credit)) == ("", "Stockholt.com")
    assert (two.byline, str(two.credit)) == ("Signe Brandt", "Kystfoto")
    assert (read(one, "alt", "en"), read(one, "alt", "da")) == (
        "A kettle on a stove",
        "En kedel på et komfur",
    )
    assert read(one, "caption", "en") == "The kettle of 1974"
    assert [read(slide, "alt", "en") for slide in slides()] == [""] * 4


def test_headings_stand_in_for_alt_texts_only_where_nobody_wrote_one(photos: MakeFolder) -> None:
    newsroom.topic()
    ran = run("capture.en.txt", photos=photos(4, LISTED), publish=True)
    assert ran.code == 0
    assert [read(slide, "alt", "en") for slide in slides()] == [
        "",
        "",
        "Photo for “Why the note climbs”",
        "Photo for “And then it goes quiet”",
    ]
    warning = (
        "Nobody has written alt texts for the photos of slides 3, 4. Their headings stand in,"
        " which tells nobody what is seen. Write that."
    )
    assert warning in ran.told["warnings"]
    assert warning in Article.objects.get(pk=ran.told["article"]).editor_note


def test_the_same_file_is_the_same_photo(photos: MakeFolder) -> None:
    folder = photos(4)
    run("capture.en.txt", photos=folder)
    run("capture.da.txt", photos=folder)
    assert Photo.objects.count() == 4
    assert len({slide.photo_id for slide in slides()}) == 4


def test_a_credit_of_the_library_stands(photos: MakeFolder) -> None:
    folder = photos(4)
    run("capture.en.txt", photos=folder)
    ran = run("numbered.da.txt", photos=folder)
    assert {str(photo(slide).credit) for slide in slides()} == {"Stockholt.com"}
    assert (
        "kettle-1.jpg is in the library with another credit, which stands. Check it."
        in ran.told["warnings"]
    )


def test_a_credit_is_known_again_however_it_is_spelled(photos: MakeFolder) -> None:
    known = ImageCredit.objects.create(name="STOCKHOLT.COM")
    run("capture.en.txt", photos=photos(4))
    assert {photo(slide).credit for slide in slides()} == {known}


def test_a_photographer_whom_only_the_file_names_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    signed(folder / "kettle.jpg", "Signe Brandt")
    ran = run("capture.en.txt", photos=folder)
    first = photo(slides()[0])
    assert (first.byline, str(first.credit)) == ("", "Stockholt.com")
    assert first.metadata["creator"] == "Signe Brandt"
    assert (
        "kettle.jpg names Signe Brandt as its photographer. It was credited as written."
        in ran.told["warnings"]
    )


def test_an_agency_that_demands_the_photographer_gets_the_name(tmp_path: Path) -> None:
    ImageCredit.objects.create(name="Stockholt.com", byline_required=True)
    folder = tmp_path / "photos"
    folder.mkdir()
    signed(folder / "kettle.jpg", "Signe Brandt")
    run("capture.en.txt", photos=folder)
    assert photo(slides()[0]).byline == "Signe Brandt"


def signed(path: Path, artist: str) -> None:

    exif = Image.Exif()
    exif[0x013B] = artist
    Image.new("RGB", (90, 60), (9, 9, 9)).save(path, exif=exif)


def test_one_bad_file_keeps_all_out(photos: MakeFolder) -> None:
    folder = photos(3)
    (folder / "kettle-4.jpg").write_bytes(b"no picture")
    ran = run("capture.en.txt", photos=folder)
    assert ran.code == 2
    assert ran.message.startswith("kettle-4.jpg: This is a text file.")
    assert Photo.objects.count() == 0
    assert Article.objects.count() == 0


def test_photos_that_come_later_go_to_the_slides_without(photos: MakeFolder) -> None:
    folder = photos(4, LISTED)
    first = run("capture.en.txt").told["article"]
    told = run("capture.en.txt", photos=folder, dry_run=True).told
    assert (told["article"], [slide.photo for slide in slides()]) == (first, [None] * 4)

    told = run("capture.en.txt", photos=folder).told
    assert told["article"] == first
    assert told["warnings"] == [
        "The photos of slides 1, 2, 3, 4 were missing and are attached now."
    ]
    assert [photo(slide).filename for slide in slides()] == [
        f"kettle-{number}.jpg" for number in (1, 2, 3, 4)
    ]
    assert {str(photo(slide).credit) for slide in slides()} == {"Stockholt.com", "Kystfoto"}
    assert read(photo(slides()[0]), "alt", "da") == "En kedel på et komfur"

    again = run("capture.en.txt", photos=folder).told
    assert (again["warnings"], Photo.objects.count()) == ([], 4)


def test_only_the_slide_whose_photo_is_gone_gets_it_back(photos: MakeFolder) -> None:
    folder = photos(4)
    run("capture.en.txt", photos=folder)
    third = slides()[2]
    third.photo = None
    third.save()
    slides()[0].delete()
    told = run("capture.en.txt", photos=folder).told
    assert told["warnings"] == ["The photo of slide 3 was missing and is attached now."]
    assert [photo(slide).filename for slide in slides()] == [
        "kettle-2.jpg",
        "kettle-3.jpg",
        "kettle-4.jpg",
    ]
