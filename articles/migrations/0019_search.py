"""The index of the site's search, and what it has to say of the Editions that are there already.

A later migration that makes the entries' table anew on SQLite (any AddConstraint, AlterField)
takes its triggers away: let it call `keep_index` again.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.utils import timezone

SQLITE = """
CREATE VIRTUAL TABLE articles_searchindex USING fts5(
    tokens, content='', tokenize='ascii', detail=none, prefix='5 6'
)
"""
_ADD = "INSERT INTO articles_searchindex(rowid, tokens) VALUES (new.edition_id, new.tokens);"
# A table that keeps no text of its own has to be told what was in it.
_TAKE = (
    "INSERT INTO articles_searchindex(articles_searchindex, rowid, tokens) "
    "VALUES ('delete', old.edition_id, old.tokens);"
)
TRIGGERS = {
    "added": f"AFTER INSERT ON articles_searchentry BEGIN {_ADD} END",
    "taken": f"AFTER DELETE ON articles_searchentry BEGIN {_TAKE} END",
    "changed": f"AFTER UPDATE OF edition_id, tokens ON articles_searchentry BEGIN {_TAKE} {_ADD} END",
}

# Rows of a few dozen bytes, all else beside them: a common word means many rows to look at.
POSTGRESQL = """
ALTER TABLE articles_searchentry SET (toast_tuple_target = 128);
ALTER TABLE articles_searchentry ADD COLUMN vector tsvector
    GENERATED ALWAYS AS (array_to_tsvector(string_to_array(tokens, ' '))) STORED;
CREATE INDEX search_entry_vector ON articles_searchentry USING gin (vector) WITH (fastupdate = off);
CREATE FUNCTION articles_search(
    query tsquery, as_of timestamptz, since timestamptz, before timestamptz,
    lowest bigint, highest bigint, most int
) RETURNS TABLE (edition_id bigint, published timestamptz)
LANGUAGE sql STABLE
-- The planner does not reckon with what it costs to fetch a vector: only the index may be asked, and
-- only that of the vectors. Hence the sums, which no index has: ids and times bound nothing most of
-- the time, and were taken for the narrowest condition.
SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off
AS $$
    SELECT entry.edition_id, entry.published
    FROM articles_searchentry AS entry
    WHERE entry.vector @@ query
    AND entry.live_from <= as_of AND (entry.live_until IS NULL OR entry.live_until > as_of)
    AND entry.published + interval '0' >= since AND entry.published + interval '0' < before
    AND entry.edition_id + 0 BETWEEN lowest AND highest
    ORDER BY entry.edition_id DESC LIMIT most
$$
"""
_PARAMETERS = "tsquery, timestamptz, timestamptz, timestamptz, bigint, bigint, int"
POSTGRESQL_BACK = f"""
DROP FUNCTION articles_search({_PARAMETERS});
ALTER TABLE articles_searchentry DROP COLUMN vector;
"""


def make_index(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL)
    else:
        schema_editor.execute(SQLITE)
        keep_index(schema_editor)


def keep_index(schema_editor):
    for name, rule in TRIGGERS.items():
        schema_editor.execute(f"DROP TRIGGER IF EXISTS search_entry_{name}")
        schema_editor.execute(f"CREATE TRIGGER search_entry_{name} {rule}")


def drop_index(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL_BACK)
    else:
        for name in TRIGGERS:
            schema_editor.execute(f"DROP TRIGGER search_entry_{name}")
        schema_editor.execute("DROP TABLE articles_searchindex")


def fill(apps, schema_editor):
    """Enter what is live or scheduled. A newsroom that begins today has nothing."""
    editions = apps.get_model("articles", "Edition").objects.filter(cancelled_at__isnull=True)
    if not editions.exists():
        return
    # What a word is today; a later program that sees it differently says so, and is run once more.
    from articles.document.searchable import lines, searchable, tokens
    from articles.document.serialise import load

    entries = apps.get_model("articles", "SearchEntry").objects
    now = timezone.now()
    for edition in editions.defer("card").order_by("pk").iterator(chunk_size=200):
        if edition.live_until is not None and edition.live_until <= now:
            continue
        said = lines(searchable(load(edition.document)), edition.language)
        entries.create(
            edition=edition,
            language=edition.language,
            published=edition.first_live_from,
            live_from=edition.live_from,
            live_until=edition.live_until,
            words=said,
            tokens=tokens(said, edition.language, edition.topic_id),
        )


class Migration(migrations.Migration):
    dependencies = [("articles", "0018_edition_months")]

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "language",
                    models.CharField(choices=[("en", "English"), ("da", "Danish")], max_length=2),
                ),
                ("published", models.DateTimeField()),
                ("live_from", models.DateTimeField()),
                ("live_until", models.DateTimeField(null=True)),
                ("words", models.TextField()),
                ("tokens", models.TextField()),
                (
                    "edition",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="articles.edition",
                    ),
                ),
            ],
            options={
                "verbose_name": "search entry",
                "verbose_name_plural": "search entries",
                "indexes": [
                    models.Index(
                        fields=["edition", "live_from", "live_until", "published"],
                        name="search_entry_facts",
                    ),
                    models.Index(
                        fields=["language", "published", "edition"], name="search_entry_period"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("language__in", ["en", "da"])),
                        name="search_entry_language_known",
                    )
                ],
            },
        ),
        migrations.RunPython(make_index, drop_index),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
