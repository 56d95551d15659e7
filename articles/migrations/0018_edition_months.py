from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0017_related"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(
                fields=["language", "first_live_from", "live_from", "live_until", "cancelled_at"],
                name="edition_months",
            ),
        ),
    ]
