"""Pages that are the same in all languages, because an editor chose so. Their copies are live and follow them."""

from uuid import UUID


def is_shared(translation_key: UUID) -> bool:
    from content.models import SharedPage

    return SharedPage.objects.filter(translation_key=translation_key).exists()
