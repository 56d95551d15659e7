"""The site's settings and simple pages, and who may change them: the chief editor.

As in 0003 the table is written out as it was then; today's is in articles/desk/roles.py.
"""

import django.core.validators
from django.db import migrations, models

PERMISSIONS = {
    "sitesettings": ["view", "change"],
    "page": ["view", "add", "change", "delete"],
}


def grant(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name="chief editor")
    for model, verbs in PERMISSIONS.items():
        content_type, _ = ContentType.objects.get_or_create(app_label="articles", model=model)
        for verb in verbs:
            permission, _ = Permission.objects.get_or_create(
                content_type=content_type,
                codename=f"{verb}_{model}",
                defaults={"name": f"Can {verb} {model}"},
            )
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0012_ledger"),
    ]

    operations = [
        migrations.CreateModel(
            name="Page",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=80, verbose_name="title")),
                (
                    "title_en",
                    models.CharField(blank=True, max_length=80, null=True, verbose_name="title"),
                ),
                (
                    "title_da",
                    models.CharField(blank=True, max_length=80, null=True, verbose_name="title"),
                ),
                ("slug", models.SlugField(blank=True, max_length=60, verbose_name="address")),
                (
                    "slug_en",
                    models.SlugField(blank=True, max_length=60, null=True, verbose_name="address"),
                ),
                (
                    "slug_da",
                    models.SlugField(blank=True, max_length=60, null=True, verbose_name="address"),
                ),
                (
                    "description",
                    models.CharField(blank=True, max_length=200, verbose_name="for search engines"),
                ),
                (
                    "description_en",
                    models.CharField(
                        blank=True, max_length=200, null=True, verbose_name="for search engines"
                    ),
                ),
                (
                    "description_da",
                    models.CharField(
                        blank=True, max_length=200, null=True, verbose_name="for search engines"
                    ),
                ),
                ("body", models.TextField(blank=True, verbose_name="text")),
                ("body_en", models.TextField(blank=True, null=True, verbose_name="text")),
                ("body_da", models.TextField(blank=True, null=True, verbose_name="text")),
                ("is_public", models.BooleanField(default=False, verbose_name="readers see it")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                ("former", models.JSONField(default=list, editable=False)),
                ("changed_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
            ],
            options={
                "verbose_name": "page",
                "verbose_name_plural": "pages",
                "ordering": ["order", "id"],
            },
        ),
        migrations.CreateModel(
            name="SiteSettings",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        default="Diptych", max_length=60, verbose_name="name of the site"
                    ),
                ),
                ("tagline", models.CharField(blank=True, max_length=120, verbose_name="tagline")),
                (
                    "tagline_en",
                    models.CharField(blank=True, max_length=120, null=True, verbose_name="tagline"),
                ),
                (
                    "tagline_da",
                    models.CharField(blank=True, max_length=120, null=True, verbose_name="tagline"),
                ),
                (
                    "accent",
                    models.CharField(
                        blank=True,
                        max_length=7,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^#[0-9a-f]{6}\\Z",
                                "Write a colour as # and six letters or digits, like #2438b0.",
                            )
                        ],
                        verbose_name="colour of links and topics",
                    ),
                ),
                (
                    "accent_dark",
                    models.CharField(
                        blank=True,
                        max_length=7,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^#[0-9a-f]{6}\\Z",
                                "Write a colour as # and six letters or digits, like #2438b0.",
                            )
                        ],
                        verbose_name="the same on dark screens",
                    ),
                ),
                (
                    "ornament",
                    models.CharField(
                        blank=True,
                        max_length=7,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^#[0-9a-f]{6}\\Z",
                                "Write a colour as # and six letters or digits, like #2438b0.",
                            )
                        ],
                        verbose_name="colour of ornaments",
                    ),
                ),
                (
                    "ornament_dark",
                    models.CharField(
                        blank=True,
                        max_length=7,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^#[0-9a-f]{6}\\Z",
                                "Write a colour as # and six letters or digits, like #2438b0.",
                            )
                        ],
                        verbose_name="the same on dark screens",
                    ),
                ),
                ("logo", models.TextField(blank=True, verbose_name="logo")),
                ("icon", models.CharField(blank=True, max_length=40, verbose_name="icon")),
                (
                    "publisher",
                    models.CharField(blank=True, max_length=120, verbose_name="publisher"),
                ),
                (
                    "company_number",
                    models.CharField(
                        blank=True, max_length=40, verbose_name="company number (CVR)"
                    ),
                ),
                (
                    "responsible_editor",
                    models.CharField(blank=True, max_length=120, verbose_name="responsible editor"),
                ),
                (
                    "address",
                    models.TextField(blank=True, max_length=300, verbose_name="postal address"),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email")),
                ("phone", models.CharField(blank=True, max_length=40, verbose_name="telephone")),
                (
                    "complaints",
                    models.TextField(blank=True, max_length=600, verbose_name="how to complain"),
                ),
                (
                    "complaints_en",
                    models.TextField(
                        blank=True, max_length=600, null=True, verbose_name="how to complain"
                    ),
                ),
                (
                    "complaints_da",
                    models.TextField(
                        blank=True, max_length=600, null=True, verbose_name="how to complain"
                    ),
                ),
            ],
            options={
                "verbose_name": "site settings",
                "verbose_name_plural": "site settings",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("id", 1)), name="site_settings_is_one_row"
                    )
                ],
            },
        ),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
