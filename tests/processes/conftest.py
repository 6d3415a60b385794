import pytest

from tests.chaos.stage import Stage, shared_stage


@pytest.fixture
def stage(request, tmp_path_factory) -> Stage:
    """The shared portal, whole again."""
    stage = shared_stage(request.config, tmp_path_factory.getbasetemp() / "stage")
    stage.put_right()
    return stage
