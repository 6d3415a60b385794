"""The worker at hand: tasks run as soon as they are sent."""

import pytest


@pytest.fixture
def worker_at_hand():
    from cms.celery import app

    app.conf.task_always_eager = True
    yield
    app.conf.task_always_eager = False


@pytest.fixture(autouse=True)
def roles_of_the_portal_alone(request):
    """The dummy module lets managers do what heads may not; here heads stand above managers, as they are shipped."""
    if "world" in request.fixturenames:
        request.getfixturevalue("db")
        from cms.access.models import RoleLevel

        RoleLevel.objects.filter(permission__startswith="dummy_module.").delete()
