"""The choices that the database holds too; and on SQLite once more what forbids overlaps.

There a constraint is added by making the table anew, which takes its triggers away.
"""

from importlib import import_module

import django.core.validators
from django.db import migrations, models

lifetimes = import_module("articles.migrations.0002_lifetimes")


def forbid_overlaps_again(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for event in ("INSERT", "UPDATE"):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS edition_lifetimes_apart_{event}")
        lifetimes.forbid_overlaps(apps, schema_editor)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0003_roles"),
    ]

    operations = [
        # Backwards the constraints are taken away first, and the triggers with them.
        migrations.RunPython(migrations.RunPython.noop, forbid_overlaps_again),
        migrations.AlterField(
            model_name="frontslot",
            name="position",
            field=models.PositiveSmallIntegerField(
                validators=[
                    django.core.validators.MinValueValidator(0),
                    django.core.validators.MaxValueValidator(12),
                ],
                verbose_name="position",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(("commercial__in", ["none", "affiliate", "sponsored"])),
                name="article_commercial_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="byline",
            constraint=models.CheckConstraint(
                condition=models.Q(("role__in", ["text", "pictures", "translation", "editing"])),
                name="byline_role_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(("language__in", ["en", "da"])), name="edition_language_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["first", "update", "correction", "minor", "reissue"])
                ),
                name="edition_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="frontslot",
            constraint=models.CheckConstraint(
                condition=models.Q(("language__in", ["en", "da"])), name="front_slot_language_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(("language__in", ["en", "da"])), name="notice_language_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["correction", "reply", "ruling", "editor"])),
                name="notice_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="permalink",
            constraint=models.CheckConstraint(
                condition=models.Q(("language__in", ["en", "da"])), name="permalink_language_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="photo",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("basis__in", ["own", "stock", "agency", "handout", "commons", "unknown"])
                ),
                name="photo_basis_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="slide",
            constraint=models.CheckConstraint(
                condition=models.Q(("languages__in", ["both", "en", "da"])),
                name="slide_languages_known",
            ),
        ),
        migrations.RunPython(forbid_overlaps_again, migrations.RunPython.noop),
    ]
