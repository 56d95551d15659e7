"""Hiding from search engines, anonymising and erasing: the log, what is hidden, and who may.

As in 0003 the role is written out as it was then; today's is in articles/desk/roles.py.
"""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

PERMISSIONS = {
    ("article", "erase_article"): "Can hide from search engines, anonymise and erase",
    ("erasure", "view_erasure"): "Can view erasure",
}


def grant(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    chief, _ = Group.objects.get_or_create(name="chief editor")
    for (model, codename), name in PERMISSIONS.items():
        content_type, _ = ContentType.objects.get_or_create(app_label="articles", model=model)
        permission, _ = Permission.objects.get_or_create(
            content_type=content_type, codename=codename, defaults={"name": name}
        )
        chief.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0020_error_reports"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="article",
            options={
                "ordering": ["-changed_at", "-id"],
                "permissions": [
                    ("view_all_articles", "Can see every article"),
                    ("edit_all_articles", "Can edit every article"),
                    ("translate_article", "Can edit the language assigned"),
                    ("publish_article", "Can publish and schedule"),
                    (
                        "publish_one_language",
                        "Can publish one language of own articles (night duty)",
                    ),
                    ("withdraw_article", "Can withdraw"),
                    ("correct_article", "Can publish corrections"),
                    ("erase_article", "Can hide from search engines, anonymise and erase"),
                ],
                "verbose_name": "article",
                "verbose_name_plural": "articles",
            },
        ),
        migrations.AddField(
            model_name="article",
            name="erased_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="erased"),
        ),
        migrations.AddField(
            model_name="edition",
            name="erased_at",
            field=models.DateTimeField(null=True, verbose_name="erased"),
        ),
        migrations.CreateModel(
            name="Deindexed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("en", "English"), ("da", "Danish")],
                        max_length=2,
                        verbose_name="language",
                    ),
                ),
                ("since", models.DateTimeField(verbose_name="since")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deindexed",
                        to="articles.article",
                    ),
                ),
            ],
            options={
                "verbose_name": "article hidden from search engines",
                "verbose_name_plural": "articles hidden from search engines",
                "constraints": [
                    models.UniqueConstraint(fields=("article", "language"), name="deindexed_once"),
                    models.CheckConstraint(
                        condition=models.Q(("language__in", ["en", "da"])),
                        name="deindexed_language_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Erasure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("number", models.PositiveBigIntegerField(verbose_name="article’s number")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("deindex", "Hidden from search engines"),
                            ("index", "Shown to search engines again"),
                            ("anonymise", "Anonymised"),
                            ("erase", "Erased"),
                        ],
                        max_length=9,
                        verbose_name="what was done",
                    ),
                ),
                ("languages", models.JSONField(default=list, verbose_name="languages")),
                ("at", models.DateTimeField(verbose_name="when")),
                ("reason", models.TextField(verbose_name="reason")),
                ("details", models.JSONField(default=dict)),
                ("sealed", models.TextField(blank=True)),
                (
                    "again_at",
                    models.DateTimeField(null=True, verbose_name="done again after a restore"),
                ),
                (
                    "article",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="erasures",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "erasure",
                "verbose_name_plural": "erasures",
                "ordering": ["-at", "-id"],
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["deindex", "index", "anonymise", "erase"])
                        ),
                        name="erasure_kind_known",
                    )
                ],
            },
        ),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
