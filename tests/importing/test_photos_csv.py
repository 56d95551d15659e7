"""The folder of photos, and the list that photographers send along with it."""

from pathlib import Path

import pytest

from articles.importing.errors import ManuscriptError
from articles.importing.photos_csv import PhotoRow, natural, photo_files, read_folder, read_list

NAMES = ["kettle-1.jpg", "kettle-2.jpg", "kettle-10.jpg", "Blåbær.jpg"]


def folder(tmp_path: Path, *names: str, photos_csv: bytes | None = None) -> Path:
    for name in names:
        (tmp_path / name).write_bytes(b"picture")
    if photos_csv is not None:
        (tmp_path / "photos.csv").write_bytes(photos_csv)
    return tmp_path


def test_photos_come_in_the_order_people_count(tmp_path: Path) -> None:
    path = folder(
        tmp_path,
        *("kettle-10.jpg", "kettle-2.JPG", "Kettle-1.png", "kettle-2b.webp", "a.avif"),
        *(".hidden.jpg", "._kettle-1.jpg", "notes.txt", "kettle.psd"),
    )
    (path / "folder.jpg").mkdir()
    assert [file.name for file in photo_files(path)] == [
        "a.avif",
        "Kettle-1.png",
        "kettle-2.JPG",
        "kettle-2b.webp",
        "kettle-10.jpg",
    ]


def test_names_of_digits_and_letters_can_be_compared() -> None:
    names = ["2", "a", "10a", "a10", "a2", "1", ""]
    assert sorted(names, key=natural) == ["", "1", "2", "10a", "a", "a2", "a10"]


def test_a_folder_that_is_missing_or_empty_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ManuscriptError, match="There is no folder"):
        photo_files(tmp_path / "missing")
    with pytest.raises(ManuscriptError, match="There are no photos in"):
        photo_files(tmp_path)


@pytest.mark.parametrize(
    "encoded",
    [
        "file;alt_da;credit\nkettle-1.jpg;En kedel, der damper;Jane Doe\n".encode("utf-8-sig"),
        b'file,alt_da,credit\r\nkettle-1.jpg,"En kedel, der damper",Jane Doe\r\n',
        b"sep=;\r\nFile;Alt_da;Credit;\r\nkettle-1.jpg;En kedel, der damper;Jane Doe;\r\n",
        "file\talt_da\tcredit\nkettle-1.jpg\tEn kedel, der damper\tJane Doe\n".encode("utf-16"),
        "file;alt_da;credit\n\nKETTLE-1.JPG;  En kedel,\u00a0der damper ;Jane Doe".encode("cp1252"),
    ],
    ids=["danish-excel", "commas", "sep-hint", "excel-unicode", "windows"],
)
def test_the_list_is_read_as_programs_write_it(tmp_path: Path, encoded: bytes) -> None:
    path = folder(tmp_path, "kettle-1.jpg", "kettle-2.jpg", photos_csv=encoded)
    photos = read_folder(path)
    row = photos.row(photos.files[0])
    assert (row.file.lower(), row.alt_da, row.credit) == (
        "kettle-1.jpg",
        "En kedel, der damper",
        "Jane Doe",
    )
    assert photos.row(photos.files[1]) == PhotoRow("kettle-2.jpg")


def test_all_columns_are_read() -> None:
    text = (
        "credit,byline,caption_da,caption_en,alt_da,alt_en,file\n"
        'Kystfoto,Signe Brandt,"Kedlen\ni maj",The kettle,En kedel,A kettle,kettle-1.jpg'
    )
    assert read_list(text, names=NAMES) == {
        "kettle-1.jpg": PhotoRow(
            file="kettle-1.jpg",
            alt_en="A kettle",
            alt_da="En kedel",
            caption_en="The kettle",
            caption_da="Kedlen i maj",
            byline="Signe Brandt",
            credit="Kystfoto",
            line=3,
        )
    }


def test_a_name_is_the_same_however_its_letters_are_composed() -> None:
    assert list(read_list("file\nBla\u030abær.jpg", names=NAMES)) == ["blåbær.jpg"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 1: there is no header"),
        ("alt_en\nA kettle", "line 1: the column “file” is missing"),
        ("file,alt\n", "line 1: there is no column “alt”. The columns are file, alt_en, alt_da,"),
        ("file,credit,credit\n", "line 1: the column “credit” is there twice"),
        ("file\nkettle-1.jpg\nkettle-3.jpg", "line 3: there is no file “kettle-3.jpg”"),
        ("file\nkettle-1.jpg\n\nKettle-1.jpg", "line 4: “Kettle-1.jpg” is listed a second time"),
        ("file\n../kettle-1.jpg", "line 2: there is no file “../kettle-1.jpg”"),
        ("file,credit\n,Jane Doe", "line 2: no file is named"),
        ("file,alt_en\nkettle-1.jpg,A kettle, steaming", "line 2: there are more cells than"),
        ('file,alt_en\nkettle-1.jpg,"A kettle', "line 2: the quotation marks do not match"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, message: str) -> None:
    with pytest.raises(ManuscriptError) as caught:
        read_list(text, names=NAMES)
    assert message in str(caught.value)
