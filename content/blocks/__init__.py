"""What pages are made of. Each block's form in the API: content/delivery/bodies.py and files.py."""

from content.blocks.basic import RICH_TEXT_FEATURES, PictureBlock
from content.blocks.body import BodyBlock
from content.blocks.contacts import OfficesBlock
from content.blocks.explaining import QuestionBlock
from content.blocks.groups import DocumentGroupsBlock, QuestionGroupsBlock
from content.blocks.news import GalleryBlock, RelatedNewsBlock

__all__ = [
    "RICH_TEXT_FEATURES",
    "BodyBlock",
    "DocumentGroupsBlock",
    "GalleryBlock",
    "OfficesBlock",
    "PictureBlock",
    "QuestionBlock",
    "QuestionGroupsBlock",
    "RelatedNewsBlock",
]
