"""Give a photo that was taken down back to the library; pages that lost it stay as they are."""

from django.db import transaction

from articles.models.clock import database_now
from articles.models.photo import Photo, TakeDown
from articles.models.staff import User
from articles.photos import storage
from articles.publishing.due import due
from articles.publishing.errors import NotTakenDown


@transaction.atomic
def release(*, take_down: TakeDown, by: User | None) -> Photo:
    """Let the photo be used again. Its files come back out of quarantine, its renditions are due.

    Raises NotTakenDown when it was released already, or is still being taken down.
    """
    photo = Photo.objects.select_for_update(no_key=True).get(pk=take_down.photo_id)
    rows = TakeDown.objects.filter(pk=take_down.pk, released_at=None, done_at__isnull=False)
    if photo.taken_down_at is None or not rows.update(released_at=database_now(), released_by=by):
        raise NotTakenDown
    # Before the commit: should that fail, the files are found in either place and moved again.
    storage.restore(photo)
    Photo.objects.filter(pk=photo.pk).update(
        taken_down_at=None, work=Photo.Work.WAITING, work_since=None, work_tries=0, work_error=""
    )
    due([photo])
    photo.refresh_from_db()
    return photo
