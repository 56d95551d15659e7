"""Cards say as their documents do whether a story is advertising: lists mark it before its headline."""

from django.db import migrations


def mark(apps, schema_editor):
    Edition = apps.get_model("articles", "Edition")
    rows = Edition.objects.filter(document__commercial__in=["affiliate", "sponsored"])
    for pk, card, commercial in rows.values_list("pk", "card", "document__commercial"):
        Edition.objects.filter(pk=pk).update(card={**card, "commercial": commercial})


class Migration(migrations.Migration):
    dependencies = [("articles", "0021_erasing")]

    operations = [migrations.RunPython(mark, migrations.RunPython.noop)]
