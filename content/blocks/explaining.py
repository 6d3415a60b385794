"""Blocks that explain: notes, questions with answers, steps, files to download, videos."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from content.blocks.basic import PREVIEW, RICH_TEXT_FEATURES
from content.blocks.videos import video_at

TONES = [("info", _("Good to know")), ("success", _("Advice")), ("warning", _("Mind this"))]


class NoteBlock(blocks.StructBlock):
    tone = blocks.ChoiceBlock(label=_("Kind"), choices=TONES, default="info")
    title = blocks.CharBlock(label=_("Title"), max_length=150, required=False)
    text = blocks.RichTextBlock(label=_("Text"), features=RICH_TEXT_FEATURES)

    class Meta:
        icon = "info-circle"
        label = _("Note")
        label_format = "{title}"
        help_text = _("A few sentences set apart from the text, so that nobody misses them.")
        description = help_text
        preview_template = PREVIEW


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(label=_("Question"), max_length=250)
    answer = blocks.RichTextBlock(label=_("Answer"), features=RICH_TEXT_FEATURES)

    class Meta:
        icon = "help"
        label = _("Question")
        label_format = "{question}"


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("What to do"), max_length=150)
    text = blocks.RichTextBlock(label=_("How"), features=RICH_TEXT_FEATURES, required=False)

    class Meta:
        icon = "list-ol"
        label = _("Step")
        label_format = "{title}"


class FileBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("Document"))
    title = blocks.CharBlock(
        label=_("Title"), max_length=200, help_text=_("What readers see; the file's own name is not shown.")
    )

    class Meta:
        icon = "doc-full"
        label = _("File to download")
        label_format = "{title}"
        help_text = _("A document that readers may download. Once the page is published, everybody may.")
        description = help_text
        preview_template = PREVIEW


class VideoBlock(blocks.StructBlock):
    url = blocks.URLBlock(label=_("Address of the video"), help_text=_("A page of YouTube, Vimeo or Rutube."))
    title = blocks.CharBlock(
        label=_("Title"),
        max_length=200,
        help_text=_("Said before the video is played, and to those who cannot see it."),
    )

    class Meta:
        icon = "media"
        label = _("Video")
        label_format = "{title}"
        help_text = _("A video kept elsewhere. It is asked for when a reader presses “play”, not before.")
        description = help_text
        preview_template = PREVIEW

    def clean(self, value):
        cleaned = super().clean(value)
        if video_at(cleaned["url"]) is None:
            error = ValidationError(_("This is no address of a video of YouTube, Vimeo or Rutube."))
            raise blocks.StructBlockValidationError(block_errors={"url": error})
        return cleaned
