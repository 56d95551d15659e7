"""What every test in Chromium does first: come in as somebody, and hear what is wrong."""

from django.conf import settings
from django.test import Client
from playwright.sync_api import ConsoleMessage, Page

from articles.models.staff import User

PASSWORD = "four words are enough"


def give_password(*people: User) -> None:
    for person in people:
        person.set_password(PASSWORD)
        person.save()


def sign_in(page: Page, name: str) -> None:
    """Fills the form that the desk shows to whoever is not logged in."""
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()


def open_as(name: str, page: Page, site: str, path: str) -> None:
    """Opens a page as somebody who logged in before: the form and its page take half a second."""
    client = Client()
    client.force_login(User.objects.get(username=name))
    session = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": session.key, "value": session.value, "url": site}])
    page.goto(f"{site}{path}")


def listen(
    page: Page, *, kinds: tuple[str, ...] = ("error", "warning"), but: str = "Failed to load"
) -> list[str]:
    """What the browser will complain of, except for messages that hold `but`."""
    said: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in kinds and but not in message.text + message.location["url"]:
            said.append(message.text)

    page.on("console", note)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said
