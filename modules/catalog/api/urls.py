from django.urls import path

from modules.catalog.api import views

urlpatterns = [
    path("products/", views.ProductList.as_view()),
    path("products/<int:pk>/", views.ProductDetail.as_view()),
    path("facets/", views.FacetList.as_view()),
]
