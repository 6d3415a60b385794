from django.urls import path

from cms.accounts.api import invitations

urlpatterns = [
    path("invitations/<str:token>/", invitations.InvitationView.as_view()),
    path("invitations/<str:token>/accept/", invitations.InvitationAcceptView.as_view()),
]
