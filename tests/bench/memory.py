"""What processes hold in memory, as Linux tells."""

from collections.abc import Iterator
from pathlib import Path


def descendants(pid: int) -> Iterator[int]:
    """All processes below a process."""
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        yield int(child)
        yield from descendants(int(child))


def memory_mb(pid: int, field: str = "VmRSS") -> float:
    """MB that a process holds now (VmRSS) or held at most (VmHWM); 0 when it has just ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    _, found, rest = status.partition(f"{field}:")
    return int(rest.split()[0]) / 1024 if found else 0.0
