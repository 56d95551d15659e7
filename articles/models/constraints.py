"""Choices that the database holds too: a form's list stops no import and no shell."""

from django.db import models
from django.db.models import Q


def one_of(name: str, field: str, *values: str) -> models.CheckConstraint:
    """The constraint `name`: `field` is one of `values`.

    They are written out where it is used, since a model's Meta cannot see its enumerations.
    """
    return models.CheckConstraint(name=name, condition=Q(**{f"{field}__in": list(values)}))
