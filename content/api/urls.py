from django.urls import path

from content.api.search import SearchView
from content.api.views import BannersView, MenuView, NewsView, PageView, SiteView

urlpatterns = [
    path("search/", SearchView.as_view(), name="content-search"),
    path("page/", PageView.as_view(), name="content-page"),
    path("news/", NewsView.as_view(), name="content-news"),
    path("menu/", MenuView.as_view(), name="content-menu"),
    path("site/", SiteView.as_view(), name="content-site"),
    path("banners/", BannersView.as_view(), name="content-banners"),
]
