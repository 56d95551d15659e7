"""What Django's constraints can not say: no two Editions of one article and language are live at
once, on either engine; and the generation's one row."""

from django.db import migrations

# One number per article and language, so that no extension (btree_gist) is needed.
_PG_KEY = "article_id * 2 + (language = 'da')::int"
POSTGRESQL = f"""
ALTER TABLE articles_edition ADD CONSTRAINT edition_lifetimes_apart EXCLUDE USING gist (
    int8range({_PG_KEY}, {_PG_KEY}, '[]') WITH &&,
    tstzrange(live_from, live_until) WITH &&
) WHERE (cancelled_at IS NULL)
"""

# Times are text there: a longer text is a later time ("…00" < "…00.5"), so they compare as times.
_SQLITE = """
CREATE TRIGGER edition_lifetimes_apart_{event} BEFORE {event} ON articles_edition
WHEN NEW.cancelled_at IS NULL AND (NEW.live_until IS NULL OR NEW.live_until > NEW.live_from)
BEGIN
    SELECT RAISE(ABORT, 'edition_lifetimes_apart') WHERE EXISTS (
        SELECT 1 FROM articles_edition AS held
        WHERE held.article_id = NEW.article_id AND held.language = NEW.language
        AND held.id != COALESCE(NEW.id, -1) AND held.cancelled_at IS NULL
        AND (held.live_until IS NULL OR held.live_until > held.live_from)
        AND (held.live_until IS NULL OR held.live_until > NEW.live_from)
        AND (NEW.live_until IS NULL OR NEW.live_until > held.live_from)
    );
END
"""


def forbid_overlaps(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL)
    else:
        for event in ("INSERT", "UPDATE"):
            schema_editor.execute(_SQLITE.format(event=event))


def allow_overlaps(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "ALTER TABLE articles_edition DROP CONSTRAINT edition_lifetimes_apart"
        )
    else:
        for event in ("INSERT", "UPDATE"):
            schema_editor.execute(f"DROP TRIGGER edition_lifetimes_apart_{event}")


def start_counting(apps, schema_editor):
    apps.get_model("articles", "Generation").objects.get_or_create(id=1, defaults={"counter": 1})


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]

    operations = [
        migrations.RunPython(forbid_overlaps, allow_overlaps),
        migrations.RunPython(start_counting, migrations.RunPython.noop),
    ]
