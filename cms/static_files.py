"""Static files in production: compressed, under names that change with their content."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):
    """Also what one of our JavaScript modules imports, or browsers would keep an old part of it."""

    support_js_module_import_aggregation = True
