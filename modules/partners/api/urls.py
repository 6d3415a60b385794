from django.urls import path

from modules.partners.api import application_views as applications
from modules.partners.api import staff_views as staff
from modules.partners.api import views

urlpatterns = [
    path("agreements/", views.AgreementList.as_view()),
    path("applications/", applications.ApplicationList.as_view()),
    path("applications/form/", applications.ApplicationForm.as_view()),
    path("staff/", staff.StaffList.as_view()),
    path("staff/options/", staff.StaffOptions.as_view()),
    path("staff/<int:pk>/", staff.StaffMember.as_view()),
    path("staff/<int:pk>/block/", staff.StaffBlock.as_view()),
    path("staff/<int:pk>/unblock/", staff.StaffUnblock.as_view()),
    path("staff/<int:pk>/leave/", staff.StaffLeave.as_view()),
    path("staff/<int:pk>/invite-again/", staff.StaffInviteAgain.as_view()),
    path("staff/<int:pk>/revoke/", staff.StaffRevoke.as_view()),
]
