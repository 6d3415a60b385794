from django.urls import path

from modules.ordering.api import views

urlpatterns = [
    path("orders/", views.OrderList.as_view()),
    path("orders/check/", views.OrderCheck.as_view()),
    path("orders/export.xlsx", views.OrderExport.as_view()),
    path("orders/<uuid:pk>/", views.OrderDetail.as_view()),
    path("orders/<uuid:pk>/resend/", views.OrderResend.as_view()),
]
