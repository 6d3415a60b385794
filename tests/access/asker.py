"""A process of its own that keeps asking: `<email> <permission> <order's id>` a line in, `yes` or `no` a line out.

It reads the user anew for each question, as a web process does with each request, and keeps its caches.
"""

import sys

import django


def main() -> None:
    django.setup()
    from cms.access.checks import allows
    from cms.accounts.models import User
    from modules.ordering.models import Order

    for line in sys.stdin:
        email, permission, order = line.split()
        print("yes" if allows(User.objects.get(email=email), permission, Order(pk=order)) else "no", flush=True)


if __name__ == "__main__":
    main()
