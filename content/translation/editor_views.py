"""Actions of wagtail-localize's editor: what takes something from outside, and none while somebody decides."""

import logging

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail_localize.models import Translation
from wagtail_localize.views import edit_translation

from content.translation.exchange_files import FileRefused, po_import
from content.translation.handing_in import require_open

log = logging.getLogger(__name__)


@require_POST
def upload_pofile(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Take what can be taken of the file, and say of the rest why not."""
    translation = _own_translation(request, translation_id)
    file = request.FILES.get("file")
    try:
        result = po_import(translation=translation, content=file.read() if file else b"", by=request.user)
    except FileRefused as refusal:
        messages.error(request, f"{refusal} {_('Nothing was imported.')}")
    else:
        text = ngettext("%(number)d text imported.", "%(number)d texts imported.", result.taken)
        messages.success(request, text % {"number": result.taken})
        for problem in result.problems():
            messages.warning(request, problem)
    return redirect(translation.get_target_instance_edit_url())


@require_POST
def machine_translate(request: HttpRequest, translation_id: int) -> HttpResponse:
    """wagtail-localize's, which does not expect that the machine may be away."""
    translation = _own_translation(request, translation_id)
    try:
        return edit_translation.machine_translate(request, translation_id)
    except (OSError, ValueError, LookupError):
        log.exception("The machine translator failed")
        messages.error(request, _("The machine translator did not answer. Nothing was translated."))
        return redirect(translation.get_target_instance_edit_url())


def edit_string_translation(request: HttpRequest, translation_id: int, string_segment_id: int) -> HttpResponse:
    _own_translation(request, translation_id)
    return edit_translation.edit_string_translation(request, translation_id, string_segment_id)


def edit_override(request: HttpRequest, translation_id: int, overridable_segment_id: int) -> HttpResponse:
    _own_translation(request, translation_id)
    return edit_translation.edit_override(request, translation_id, overridable_segment_id)


def _own_translation(request: HttpRequest, translation_id: int) -> Translation:
    translation = get_object_or_404(Translation.objects.select_related("source", "target_locale"), pk=translation_id)
    target = translation.get_target_instance()
    if not edit_translation.user_can_edit_instance(request.user, target):
        raise PermissionDenied
    require_open(request.user, target)
    return translation
