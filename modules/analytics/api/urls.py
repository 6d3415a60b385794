from django.urls import path

from modules.analytics.api import views

urlpatterns = [
    path("plans/", views.PlanList.as_view()),
    path("plans/options/", views.PlanOptions.as_view()),
    path("plans/<int:pk>/", views.PlanDetail.as_view()),
    path("plans/<int:pk>/resend/", views.PlanResend.as_view()),
]
