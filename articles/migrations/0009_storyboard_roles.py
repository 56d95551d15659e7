"""A key of its own for each link that there is, and the group of those on night duty.

As in 0003 the table is written out as it was then; today's is in articles/desk/roles.py.
"""

from django.db import migrations, models

from articles.models.article import new_key

NIGHT_DUTY = "night duty"
CODENAME = "publish_one_language"
NAME = "Can publish one language of own articles (night duty)"


def give_keys(apps, schema_editor):
    """The column came with one key for all: a default is asked for once."""
    links = apps.get_model("articles", "CrossLink").objects
    taken = set()
    for pk, article in list(links.values_list("pk", "article")):
        key = new_key()
        while (article, key) in taken:
            key = new_key()
        taken.add((article, key))
        links.filter(pk=pk).update(key=key)


def make_night_duty(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    content_type, _ = ContentType.objects.get_or_create(app_label="articles", model="article")
    permission, _ = Permission.objects.get_or_create(
        content_type=content_type, codename=CODENAME, defaults={"name": NAME}
    )
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=NIGHT_DUTY)
    group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("articles", "0008_storyboard")]

    operations = [
        migrations.RunPython(give_keys, migrations.RunPython.noop),
        migrations.RunPython(make_night_duty, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="crosslink",
            constraint=models.UniqueConstraint(
                fields=["article", "key"], name="link_key_once_per_article"
            ),
        ),
    ]
