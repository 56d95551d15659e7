"""The staff roles as groups.

The table is written out here as it was then: a migration is history. Today's is in
articles/desk/roles.py, and a test holds the two together, so whoever changes a role writes the
next migration.
"""

from django.db import migrations

VIEW_ROOM = ["view_topic", "view_contributor", "view_source"]
VIEW_PHOTOS = ["view_photo", "view_imagecredit"]
KEEP_PHOTOS = [
    *VIEW_PHOTOS,
    "add_photo",
    "change_photo",
    "add_imagecredit",
    "change_imagecredit",
]
EDITOR = [
    *VIEW_ROOM,
    *KEEP_PHOTOS,
    "view_article",
    "add_article",
    "change_article",
    "delete_article",
    "view_all_articles",
    "edit_all_articles",
    "publish_article",
    "add_contributor",
    "change_contributor",
    "add_source",
    "change_source",
    "view_frontslot",
    "add_frontslot",
    "change_frontslot",
    "delete_frontslot",
]
ROLES = {
    "writer": [
        *VIEW_ROOM,
        *VIEW_PHOTOS,
        "view_article",
        "add_article",
        "change_article",
        "delete_article",
        "add_source",
    ],
    "translator": [
        *VIEW_ROOM,
        *VIEW_PHOTOS,
        "view_article",
        "change_article",
        "translate_article",
    ],
    "photo editor": [
        *KEEP_PHOTOS,
        "delete_photo",
        "delete_imagecredit",
        "view_article",
        "view_all_articles",
    ],
    "editor": EDITOR,
    "chief editor": [
        *EDITOR,
        "withdraw_article",
        "correct_article",
        "delete_photo",
        "delete_imagecredit",
        "add_topic",
        "change_topic",
        "delete_topic",
        "delete_contributor",
        "delete_source",
        "view_user",
        "add_user",
        "change_user",
    ],
}
ARTICLE_PERMISSIONS = [
    ("view_all_articles", "Can see every article"),
    ("edit_all_articles", "Can edit every article"),
    ("translate_article", "Can edit the language assigned"),
    ("publish_article", "Can publish and schedule"),
    ("withdraw_article", "Can withdraw"),
    ("correct_article", "Can publish corrections"),
]


def make_roles(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    for name, codenames in ROLES.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(*[permission(apps, codename) for codename in codenames])


def permission(apps, codename):
    """The permission; made here where Django, which makes them after migrating, has not yet."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    special = dict(ARTICLE_PERMISSIONS)
    model = "article" if codename in special else codename.split("_")[1]
    action = codename.split("_")[0]
    content_type, _ = ContentType.objects.get_or_create(app_label="articles", model=model)
    found, _ = Permission.objects.get_or_create(
        content_type=content_type,
        codename=codename,
        defaults={"name": special.get(codename, f"Can {action} {model}")},
    )
    return found


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0002_lifetimes"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="article",
            options={
                "ordering": ["-changed_at", "-id"],
                "permissions": ARTICLE_PERMISSIONS,
                "verbose_name": "article",
                "verbose_name_plural": "articles",
            },
        ),
        # People keep their groups when this is undone: a role is also who somebody is.
        migrations.RunPython(make_roles, migrations.RunPython.noop),
    ]
