from django.urls import path

from modules.claims.api import views

urlpatterns = [
    path("", views.ClaimList.as_view()),
    path("options/", views.ClaimOptions.as_view()),
    path("<uuid:pk>/", views.ClaimDetail.as_view()),
    path("<uuid:pk>/resend/", views.ClaimResend.as_view()),
]
