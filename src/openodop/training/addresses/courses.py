from django.urls import path

from openodop.training.views import agenda, courses, enrolment, organise, participants

urlpatterns = [
    path("courses/", courses.course_list, name="courses"),
    path("courses/calendar.ics", courses.all_courses_calendar, name="courses_calendar"),
    path("courses/organise/", organise.own_courses, name="organise"),
    path("courses/new/", organise.course_new, name="course_new"),
    path("courses/invitations/<str:secret>/", enrolment.invitation, name="invitation"),
    path("my-courses/", enrolment.my_courses, name="my_courses"),
    path("my-courses/<int:pk>/withdraw/", enrolment.withdraw, name="withdraw"),
    path("courses/<str:code>/", courses.course_page, name="course"),
    path("courses/<str:code>/calendar.ics", courses.course_calendar, name="course_calendar"),
    path("courses/<str:code>/enrol/", enrolment.enrol, name="enrol"),
    path("courses/<str:code>/edit/", organise.course_edit, name="course_edit"),
    path("courses/<str:code>/cancel/", organise.course_cancel, name="course_cancel"),
    path("courses/<str:code>/state/", organise.course_state, name="course_state"),
    path("courses/<str:code>/agenda/", agenda.agenda, name="agenda"),
    path("courses/<str:code>/agenda/days/<str:day>/", agenda.day_title, name="day_title"),
    path("courses/<str:code>/agenda/topics/new/", agenda.topic_new, name="topic_new"),
    path("courses/<str:code>/agenda/topics/<int:pk>/", agenda.topic_edit, name="topic_edit"),
    path("courses/<str:code>/agenda/sessions/new/", agenda.session_new, name="session_new"),
    path("courses/<str:code>/agenda/sessions/<int:pk>/", agenda.session_edit, name="session_edit"),
    path("courses/<str:code>/agenda/sessions/<int:pk>/speakers/", agenda.speakers, name="speakers"),
    path("courses/<str:code>/participants/", participants.participant_list, name="participants"),
    path("courses/<str:code>/participants/new/", participants.participant_new, name="participant_new"),
    path("courses/<str:code>/participants/<int:pk>/", participants.participant, name="participant"),
]
