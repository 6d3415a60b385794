from django.urls import path

from content.api.views import MenuView, NewsView, PageView

urlpatterns = [
    path("page/", PageView.as_view(), name="content-page"),
    path("news/", NewsView.as_view(), name="content-news"),
    path("menu/", MenuView.as_view(), name="content-menu"),
]
