"""What the bar under the list offers to do with the articles ticked, by who asks."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

from articles.desk.rights import may


@dataclass(frozen=True, slots=True)
class Offer:
    action: str
    label: str
    is_dangerous: bool = False


def of(request: HttpRequest) -> list[Offer]:
    user = request.user
    offers = []
    if may(user, "publish_article"):
        offers.append(Offer("publish", _("Publish…")))
    if may(user, "change_article"):
        offers.append(Offer("stage", _("Mark as ready…")))
    if may(user, "edit_all_articles") or may(user, "add_article"):
        offers.append(Offer("topic", _("Set topic…")))
    if may(user, "edit_all_articles"):
        offers.append(Offer("people", _("Give to…")))
    if may(user, "add_article"):
        offers.append(Offer("copy", _("Duplicate…")))
    if may(user, "withdraw_article"):
        offers.append(Offer("withdraw", _("Withdraw…"), is_dangerous=True))
    return offers
