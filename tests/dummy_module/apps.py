from cms.modules import MenuEntry, PortalModule


class DummyModule(PortalModule):
    """The smallest module: proves that one folder and one line of settings are enough."""

    name = "tests.dummy_module"
    title = "Dummy"
    menu = (MenuEntry("dummy", "Dummy", "/cabinet/dummy", "dummy", "dummy_module.view_note"),)

    def ready(self) -> None:
        from content.delivery.kinds import register
        from tests.dummy_module.kinds import NoteKind

        register(NoteKind())
