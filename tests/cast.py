"""The people at the desk: one per role, and a stranger who may do nothing."""

from dataclasses import dataclass

from django.contrib.auth.models import Group

from articles.models.staff import User

# attribute: (login, first name, last name, group)
_ROLES = {
    "writer": ("maja", "Maja", "Holt", "writer"),
    "translator": ("lea", "Lea", "Nørgaard", "translator"),
    "photo_editor": ("signe", "Signe", "Brandt", "photo editor"),
    "editor": ("rasmus", "Rasmus", "Toft", "editor"),
    "chief": ("ingrid", "Ingrid", "Dahl", "chief editor"),
    "stranger": ("frank", "Frank", "Fremmed", ""),
}


@dataclass(frozen=True, slots=True)
class Cast:
    writer: User
    translator: User
    photo_editor: User
    editor: User
    chief: User
    stranger: User


def hire() -> Cast:
    """Everybody, each in the group of the role where that exists; the stranger is no staff."""
    people = {}
    for role, (login, first, last, group) in _ROLES.items():
        person = User.objects.create_user(
            username=login, first_name=first, last_name=last, is_staff=bool(group)
        )
        person.groups.set(Group.objects.filter(name=group))
        people[role] = person
    return Cast(**people)
