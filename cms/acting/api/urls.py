from django.urls import path

from cms.acting.api import views

urlpatterns = [
    path("", views.ActingView.as_view()),
    path("clients/", views.ClientList.as_view()),
]
