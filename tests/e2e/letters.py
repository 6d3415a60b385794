"""Letters that the portal has sent, as its processes print them."""

import quopri
import re
import time


def link_in_letter(portal, email: str, seconds: float = 30) -> str:
    """The invitation's link in the newest letter to this address; AssertionError when none comes."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        for name in ("worker", "web"):
            letters = quopri.decodestring(portal.log(name).encode()).decode(errors="replace").split("Subject:")
            for letter in reversed(letters):
                found = re.search(r"https?://\S+/invitation/[\w:\-]+", letter)
                if found and f"To: {email}" in letter:
                    return found.group(0)
        time.sleep(0.5)
    raise AssertionError(f"No letter to {email} within {seconds} s")
