"""Why a verb would not do it. Each says what to do, in the language of the desk."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from articles.document.schema import Document
from articles.gate.registry import Finding


class PublishingError(Exception):
    """Nothing was written."""


class Refused(PublishingError):
    """The gate found what must not go out; `findings` holds all of it, warnings too."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        super().__init__(_("The article can not be published yet: see what is missing."))


class Changed(PublishingError):
    """The text is no longer what the editor was shown.

    `documents` holds, per language that changed, the one it is now: compare it with the one
    that was shown (articles.document.compare).
    """

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self.documents = documents
        super().__init__(
            _("The article was changed since you looked. Read the changes, then publish again.")
        )


class Overtaken(PublishingError):
    """Somebody published, or scheduled, since the editor looked."""

    def __init__(self) -> None:
        super().__init__(
            _("Somebody has published since you looked. See what changes now, then publish again.")
        )


class InThePast(PublishingError):
    def __init__(self) -> None:
        super().__init__(_("That time has passed. Choose a later one, or publish now."))


class NothingLive(PublishingError):
    def __init__(self) -> None:
        super().__init__(
            _("Nothing of this article is live in that language. Cancel what is scheduled instead.")
        )


class AlreadySeen(PublishingError):
    def __init__(self) -> None:
        super().__init__(
            _("Readers have seen this edition, or it was cancelled already. Withdraw it instead.")
        )


class NoteMissing(PublishingError):
    def __init__(self) -> None:
        super().__init__(
            _("A correction needs a public note in each language. Write what was wrong.")
        )


class NothingOwed(PublishingError):
    def __init__(self) -> None:
        super().__init__(
            _("Somebody has settled this meanwhile, or taken it back. See how it stands now.")
        )


class ReasonMissing(PublishingError):
    def __init__(self) -> None:
        super().__init__(_("Say why. It is kept with the correction."))


class WrongSuccessor(PublishingError):
    def __init__(self) -> None:
        super().__init__(_("An article can not be its own successor. Choose another."))


class AlreadyTakenDown(PublishingError):
    def __init__(self) -> None:
        super().__init__(_("This photo was taken down already."))


class NotTakenDown(PublishingError):
    def __init__(self) -> None:
        super().__init__(
            _("This photo is not taken down, or still being taken off its pages. Look again soon.")
        )


class WrongSubstitute(PublishingError):
    def __init__(self) -> None:
        super().__init__(
            _("That photo can not stand in: it is the same, in work, or may not be used either.")
        )


class NoReasonGiven(PublishingError):
    def __init__(self) -> None:
        super().__init__(_("Say why. The reason is kept in the log."))


class WordsInReason(PublishingError):
    def __init__(self) -> None:
        super().__init__(_("The reason is kept: leave out of it the words that shall go."))


class NothingToReplace(PublishingError):
    def __init__(self) -> None:
        super().__init__(_("These words are not in the article."))


class WrittenSince(PublishingError):
    def __init__(self) -> None:
        super().__init__(
            _("The article was changed since you looked. See what would change now, then confirm.")
        )


class WasErased(PublishingError):
    def __init__(self) -> None:
        super().__init__(_("This article was erased: nothing of it is left."))


class NothingToDo(PublishingError):
    def __init__(self) -> None:
        super().__init__(_("It is so already, in these languages."))
