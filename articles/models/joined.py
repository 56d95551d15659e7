"""Many rows' texts in one column, so that a list of them costs no query of its own."""

from typing import Any

from django.db import models


class Joined(models.Aggregate):
    """Texts without blanks, parted by blanks, in no order: "0:maja-holt 1:signe-brandt"."""

    function = "GROUP_CONCAT"
    template = "%(function)s(%(expressions)s, ' ')"
    output_field = models.TextField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, function="STRING_AGG", **context)
