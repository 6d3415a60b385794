"""The body of a page: what an editor may put into it, in the groups of the chooser."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from content.blocks.basic import PREVIEW, RICH_TEXT_FEATURES, LinkBlock, PictureBlock, QuoteBlock, TableBlock
from content.blocks.explaining import FileBlock, NoteBlock, QuestionBlock, StepBlock, VideoBlock

TEXT, PICTURES, MORE = _("Text"), _("Pictures and videos"), _("Explaining and leading on")


class BodyBlock(blocks.StreamBlock):
    heading = blocks.CharBlock(
        icon="title",
        label=_("Heading"),
        max_length=200,
        help_text=_("Begins a new part of the text."),
        preview_template=PREVIEW,
        group=TEXT,
    )
    paragraph = blocks.RichTextBlock(
        icon="pilcrow",
        label=_("Text"),
        features=RICH_TEXT_FEATURES,
        help_text=_("One or more paragraphs."),
        preview_template=PREVIEW,
        group=TEXT,
    )
    image = PictureBlock(group=PICTURES)
    quote = QuoteBlock(group=TEXT)
    gallery = blocks.ListBlock(
        PictureBlock(),
        icon="image",
        label=_("Gallery"),
        min_num=2,
        help_text=_("Several images side by side."),
        description=_("Several images side by side."),
        preview_template=PREVIEW,
        group=PICTURES,
    )
    table = TableBlock(group=TEXT)
    note = NoteBlock(group=TEXT)
    questions = blocks.ListBlock(
        QuestionBlock(),
        icon="help",
        label=_("Questions and answers"),
        min_num=1,
        help_text=_("Questions that open one by one."),
        description=_("Questions that open one by one."),
        preview_template=PREVIEW,
        group=MORE,
    )
    steps = blocks.ListBlock(
        StepBlock(),
        icon="list-ol",
        label=_("Steps"),
        min_num=2,
        help_text=_("What to do, one thing after the other; they are numbered."),
        description=_("What to do, one thing after the other; they are numbered."),
        preview_template=PREVIEW,
        group=MORE,
    )
    file = FileBlock(group=MORE)
    video = VideoBlock(group=PICTURES)
    links = blocks.ListBlock(
        LinkBlock(),
        icon="link",
        label=_("Buttons"),
        min_num=1,
        help_text=_("Where the reader can go from here."),
        description=_("Where the reader can go from here."),
        preview_template=PREVIEW,
        group=MORE,
    )

    class Meta:
        required = False
