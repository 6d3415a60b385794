from django.urls import path

from modules.notifications.api import views

urlpatterns = [
    path("", views.NotificationList.as_view()),
    path("unread/", views.Unread.as_view()),
    path("preferences/", views.Preferences.as_view()),
    path("read-all/", views.ReadAll.as_view()),
    path("<uuid:pk>/read/", views.Read.as_view()),
]
