from django.urls import path

from openodop.people.views import invitations, me, organisations, persons, sign_in, staff

app_name = "people"
urlpatterns = [
    path("join/<str:token>/", sign_in.join, name="join"),
    path("new-password/<str:token>/", sign_in.new_password, name="new_password"),
    path("me/", me.me, name="me"),
    path("me/name/", me.my_name, name="my_name"),
    path("me/record/", me.my_record, name="my_record"),
    path("me/sign-in/", me.my_sign_in, name="my_sign_in"),
    path("me/public/", me.my_public_profile, name="my_public_profile"),
    path("me/export/", me.export, name="export"),
    path("me/erasure/", me.erasure, name="erasure"),
    path("staff/", staff.staff, name="staff"),
    path("staff/posts/<int:number>/end/", staff.end_post, name="end_post"),
    path("staff/<str:code>/", staff.account, name="account"),
    path("staff/<str:code>/posts/new/", staff.give_post, name="give_post"),
    path("staff/<str:code>/reset-link/", staff.reset_link, name="reset_link"),
    path("staff/<str:code>/remove-codes/", staff.remove_second_factor, name="remove_second_factor"),
    path("staff/<str:code>/close/", staff.close_account, name="close_account"),
    path("invitations/", invitations.invitations, name="invitations"),
    path("invitations/new/", invitations.invite, name="invite"),
    path("invitations/<int:number>/renew/", invitations.renew, name="renew"),
    path("invitations/<int:number>/withdraw/", invitations.withdraw, name="withdraw"),
    path("invitations/<int:number>/link/<str:token>/", invitations.hand_over, name="hand_over"),
    path("invitations/<int:number>/link/<str:token>/send/", invitations.send_link, name="send_link"),
    path("organisations/", organisations.organisations, name="organisations"),
    path("organisations/new/", organisations.organisation_new, name="organisation_new"),
    path("organisations/<str:code>/", organisations.organisation, name="organisation"),
    path("organisations/<str:code>/edit/", organisations.organisation_edit, name="organisation_edit"),
    path("people/", persons.persons, name="persons"),
    path("people/new/", persons.person_new, name="person_new"),
    path("people/<str:code>/", persons.person, name="person"),
    path("people/<str:code>/edit/", persons.person_edit, name="person_edit"),
    path("people/<str:code>/consent/", persons.person_consent, name="person_consent"),
    path("people/<str:code>/erase/", persons.person_erase, name="person_erase"),
]
