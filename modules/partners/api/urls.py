from django.urls import path

from modules.partners.api import application_views as applications
from modules.partners.api import contact_views as contacts
from modules.partners.api import place_views as places
from modules.partners.api import staff_views as staff
from modules.partners.api import terms_views as terms
from modules.partners.api import views

urlpatterns = [
    path("agreements/", views.AgreementList.as_view()),
    path("applications/", applications.ApplicationList.as_view()),
    path("applications/form/", applications.ApplicationForm.as_view()),
    path("addresses/", places.AddressList.as_view()),
    path("addresses/<uuid:pk>/", places.AddressDetail.as_view()),
    path("addresses/<uuid:pk>/resend/", places.AddressResend.as_view()),
    path("addresses/<uuid:pk>/withdraw/", places.AddressWithdraw.as_view()),
    path("consignees/", places.ConsigneeList.as_view()),
    path("consignees/<uuid:pk>/", places.ConsigneeDetail.as_view()),
    path("consignees/<uuid:pk>/resend/", places.ConsigneeResend.as_view()),
    path("consignees/options/", places.ConsigneeOptions.as_view()),
    path("contacts/", contacts.ContactList.as_view()),
    path("contacts/<uuid:pk>/", contacts.ContactDetail.as_view()),
    path("contacts/<uuid:pk>/remove/", contacts.ContactRemove.as_view()),
    path("contacts/<uuid:pk>/resend/", contacts.ContactResend.as_view()),
    path("limits/", terms.LimitList.as_view()),
    path("managers/", terms.ManagerList.as_view()),
    path("staff/", staff.StaffList.as_view()),
    path("staff/options/", staff.StaffOptions.as_view()),
    path("staff/<int:pk>/", staff.StaffMember.as_view()),
    path("staff/<int:pk>/block/", staff.StaffBlock.as_view()),
    path("staff/<int:pk>/unblock/", staff.StaffUnblock.as_view()),
    path("staff/<int:pk>/leave/", staff.StaffLeave.as_view()),
    path("staff/<int:pk>/invite-again/", staff.StaffInviteAgain.as_view()),
    path("staff/<int:pk>/revoke/", staff.StaffRevoke.as_view()),
]
