from django.urls import path

from modules.chat.api import views

urlpatterns = [
    path("chats/", views.ChatList.as_view()),
    path("chats/<uuid:pk>/messages/", views.MessageList.as_view()),
    path("chats/<uuid:pk>/read/", views.ChatRead.as_view()),
    path("partners/", views.ChatPartners.as_view()),
    path("unread/", views.Unread.as_view()),
]
