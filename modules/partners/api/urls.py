from django.urls import path

from modules.partners.api import views

urlpatterns = [path("agreements/", views.AgreementList.as_view())]
