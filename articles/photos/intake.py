"""A picture file comes in: bytes -> a Photo of the library, with its renditions, or a reason."""

import hashlib
import io
import warnings
from dataclasses import asdict, dataclass
from pathlib import Path, PurePath
from typing import Final

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from PIL import Image

from articles.models.photo import ImageCredit, Original, Photo
from articles.models.staff import User
from articles.photos.errors import PhotoRefused
from articles.photos.metadata import Metadata, read_metadata
from articles.photos.renditions import render, upright

MAX_BYTES: Final = 40 * 1024 * 1024
MAX_PIXELS: Final = 100_000_000
MAX_RATIO: Final = 20  # a longer strip is no photo, and would scale to nothing
_DECODERS: Final = ("JPEG", "PNG", "WEBP", "AVIF")
# The JPEG decoder says MPO of a phone's picture that holds a second view.
_SUFFIX: Final = {"JPEG": "jpg", "MPO": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif"}


@dataclass(frozen=True, slots=True)
class Intake:
    """`created` is False when the library had this very file already.

    `looks_like` is another photo whose picture is nearly the same: a hint, never a verdict.
    """

    photo: Photo
    created: bool
    looks_like: Photo | None = None


Source = bytes | Path | File


def take_in(source: Source, *, filename: str, by: User | None) -> Intake:
    """Store the picture in `source`; the same bytes twice are the same photo.

    Raises PhotoRefused, and then nothing was stored.
    """
    data = _bytes(source)
    sha256 = hashlib.sha256(data).hexdigest()
    known = Photo.objects.filter(sha256=sha256).first()
    if known:
        return Intake(known, created=False)
    image, suffix = _open(data)
    written: list[str] = []
    try:
        stem = f"{sha256[:2]}/{sha256[:24]}"
        renditions = []
        for rendered in render(image, stem=stem):
            _store(f"renditions/{rendered.rendition.name}", rendered.data, written)
            renditions.append(asdict(rendered.rendition))
        original = f"originals/{sha256[:2]}/{sha256}.{suffix}"
        _store(original, data, written)
        return _record(data, image, original, renditions, filename=filename, sha256=sha256, by=by)
    except IntegrityError:  # the same file, taken in by somebody else meanwhile: its files are ours
        return Intake(Photo.objects.get(sha256=sha256), created=False)
    except BaseException:
        for name in written:
            default_storage.delete(name)
        raise


def replace_file(photo: Photo, source: Source, *, filename: str, by: User | None) -> Intake:
    """Give `photo` a corrected file; its words, credit and rights stay, its renditions are due.

    `created` is False where it has that very file now. Live pages show the new file once it is
    rendered: `work` is waiting and `pages_due` is set. Raises PhotoRefused, also for a file that
    is another photo of the library; then nothing has changed.
    """
    raise NotImplementedError


def similar(phash: str, *, exclude: int | None = None) -> Photo | None:
    """The photo that looks most like a picture with that hash, if one does; never `exclude`."""
    return None


def _bytes(source: Source) -> bytes:
    if isinstance(source, bytes):
        return source
    return source.read_bytes() if isinstance(source, Path) else source.read()


def examine(data: bytes) -> None:
    """Raise PhotoRefused if `take_in` would. Stores nothing: for taking all of a folder or none."""
    _open(data)


def _open(data: bytes) -> tuple[Image.Image, str]:
    """The picture, decoded and upright, and the suffix of its format. Judged by content."""
    if len(data) > MAX_BYTES:
        raise PhotoRefused(_("The file is larger than 40 MB. Save it smaller and try again."))
    try:
        with warnings.catch_warnings():
            # Pillow warns from 89 million pixels on; ours is the limit that we tell.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=_DECODERS) as image:
                # Pixels are counted before any is decoded: a small file may hold a huge picture.
                _require_sane(image)
                suffix = _SUFFIX[image.format or ""]
                return upright(image), suffix
    except PhotoRefused:
        raise
    except Image.DecompressionBombError as error:
        raise PhotoRefused(
            _("The picture has more than 100 million pixels. Save it smaller and try again.")
        ) from error
    except Image.UnidentifiedImageError as error:
        raise PhotoRefused(
            _("This is not a picture we can read. Send a JPEG, PNG, WebP or AVIF file.")
        ) from error
    except Exception as error:  # decoders fail on broken files in every way there is
        raise PhotoRefused(
            _("The file is damaged. Export the picture again and upload the new file.")
        ) from error


def _require_sane(image: Image.Image) -> None:
    width, height = image.size
    if width * height > MAX_PIXELS:
        raise PhotoRefused(
            _("The picture has more than 100 million pixels. Save it smaller and try again.")
        )
    if max(width, height) > MAX_RATIO * min(width, height):
        raise PhotoRefused(_("The picture is too narrow to be shown. Crop it and try again."))
    # An MPO holds a phone's second view of the same scene: its first frame is the photo.
    if getattr(image, "is_animated", False) and image.format != "MPO":
        raise PhotoRefused(_("Moving pictures are not taken. Save one frame and upload that."))


def _store(name: str, data: bytes, written: list[str]) -> None:
    """Write a file under exactly that name; noted in `written` before, for it may fail halfway."""
    if default_storage.exists(name):  # names derive from content: it is this very file
        return
    written.append(name)
    default_storage.save(name, ContentFile(data, name=PurePath(name).name))


def _record(
    data: bytes,
    image: Image.Image,
    original: str,
    renditions: list[dict[str, object]],
    *,
    filename: str,
    sha256: str,
    by: User | None,
) -> Intake:
    said = read_metadata(data)
    with transaction.atomic():
        photo = Photo.objects.create(
            file=original,
            filename=PurePath(filename).name[:255],
            sha256=sha256,
            width=image.width,
            height=image.height,
            renditions=renditions,
            taken_at=said.taken_at,
            byline=said.creator[:120],
            credit=_credit(said),
            copyright_notice=said.copyright_notice[:250],
            metadata={"caption": said.captions.get("", ""), "credit": said.credit},
            uploaded_by=by,
            size=len(data),
            work=Photo.Work.READY,
        )
        Original.objects.create(
            photo=photo,
            sha256=sha256,
            stem=f"{sha256[:2]}/{sha256[:24]}",
            file=original,
            filename=photo.filename,
            size=len(data),
            width=image.width,
            height=image.height,
            uploaded_by=by,
        )
    return Intake(photo, created=True)


def _credit(said: Metadata) -> ImageCredit | None:
    """The entry of the register that the file's credit names, if there is one."""
    return ImageCredit.objects.filter(name__iexact=said.credit).first() if said.credit else None
