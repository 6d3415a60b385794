"""What pages made of groups are made of: questions by subject, documents by kind."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from content.blocks.explaining import QuestionBlock

LANGUAGES = [("ru", _("Russian")), ("en", _("English")), ("kk", _("Kazakh"))]


class QuestionGroupBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Subject"), max_length=150)
    questions = blocks.ListBlock(QuestionBlock(), label=_("Questions"), min_num=1)

    class Meta:
        icon = "help"
        label = _("Group of questions")
        label_format = "{title}"
        help_text = _("Questions about one subject; readers open those they want answered.")


class QuestionGroupsBlock(blocks.StreamBlock):
    group = QuestionGroupBlock()

    class Meta:
        required = False


class LibraryDocumentBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("Document"))
    title = blocks.CharBlock(label=_("Title"), max_length=200)
    language = blocks.ChoiceBlock(
        label=_("Language of the document"), choices=LANGUAGES, required=False, help_text=_("Empty: any language.")
    )
    issued_on = blocks.DateBlock(label=_("Issued on"), required=False)

    class Meta:
        icon = "doc-full"
        label = _("Document")
        label_format = "{title}"


class DocumentGroupBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Kind of documents"), max_length=150)
    documents = blocks.ListBlock(LibraryDocumentBlock(), label=_("Documents"), min_num=1)

    class Meta:
        icon = "folder-open-inverse"
        label = _("Group of documents")
        label_format = "{title}"
        help_text = _("Certificates, data sheets, forms. Once the page is published, everybody may download them.")


class DocumentGroupsBlock(blocks.StreamBlock):
    group = DocumentGroupBlock()

    class Meta:
        required = False
