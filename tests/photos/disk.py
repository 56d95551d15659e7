"""What lies on disk after an intake: the test's media folder, looked at."""

from pathlib import Path


def files(folder: Path) -> set[str]:
    """Every file below `folder`, by its path from there."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def residue(folder: Path) -> set[str]:
    """Files, and work places that were left behind."""
    incoming = folder / "incoming"
    places = (
        {f"incoming/{path.name}" for path in incoming.iterdir()} if incoming.exists() else set()
    )
    return files(folder) | places
