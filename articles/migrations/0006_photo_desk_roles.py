"""Who may take photos down, and an original for each photo that there is.

As in 0003 the table is written out as it was then; today's is in articles/desk/roles.py.
"""

from django.db import migrations

PERMISSIONS = {
    "take_down_photo": "Can take a photo down everywhere",
    "release_photo": "Can see and release what was taken down",
}
ROLES = {
    "photo editor": ["take_down_photo"],
    "editor": ["take_down_photo"],
    "chief editor": ["take_down_photo", "release_photo"],
}


def make_originals(apps, schema_editor):
    Photo = apps.get_model("articles", "Photo")
    Original = apps.get_model("articles", "Original")
    for photo in Photo.objects.all():
        Original.objects.get_or_create(
            sha256=photo.sha256,
            defaults={
                "photo": photo,
                "stem": f"{photo.sha256[:2]}/{photo.sha256[:24]}",
                "file": str(photo.file),
                "filename": photo.filename,
                "width": photo.width,
                "height": photo.height,
                "uploaded_by": photo.uploaded_by,
            },
        )


def grant(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    content_type, _ = ContentType.objects.get_or_create(app_label="articles", model="photo")
    for role, codenames in ROLES.items():
        group, _ = Group.objects.get_or_create(name=role)
        for codename in codenames:
            permission, _ = Permission.objects.get_or_create(
                content_type=content_type,
                codename=codename,
                defaults={"name": PERMISSIONS[codename]},
            )
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("articles", "0005_photo_desk")]

    operations = [
        migrations.RunPython(make_originals, migrations.RunPython.noop),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
