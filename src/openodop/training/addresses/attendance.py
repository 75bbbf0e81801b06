from django.urls import path

from openodop.training.views import attendance, certificates, check_in, report

urlpatterns = [
    path("courses/attendance-worker.js", attendance.worker, name="attendance_worker"),
    path("courses/<str:code>/attendance/", attendance.attendance, name="attendance"),
    path("courses/<str:code>/attendance/taps/", attendance.taps, name="attendance_taps"),
    path("courses/<str:code>/attendance/<int:number>/", attendance.attendance_session, name="attendance_session"),
    path("courses/<str:code>/attendance/<int:number>/code/", check_in.session_code, name="session_code"),
    path("courses/<str:code>/attendance/<int:number>/sheet.pdf", attendance.session_sheet, name="session_sheet"),
    path("courses/<str:code>/attendance/<int:number>/photographs/", attendance.photograph_add, name="photograph_add"),
    path("courses/<str:code>/attendance/days/<str:day>/sheet.pdf", attendance.day_sheet, name="day_sheet"),
    path("courses/<str:code>/photographs/<int:pk>/remove/", attendance.photograph_remove, name="photograph_remove"),
    path("courses/<str:code>/photographs/<int:pk>/<str:name>", attendance.photograph_file, name="photograph_file"),
    path("courses/<str:code>/results/", attendance.results, name="results"),
    path("courses/<str:code>/certificates/", certificates.course_certificates, name="course_certificates"),
    path("courses/<str:code>/certificates.pdf", certificates.course_papers, name="course_papers"),
    path("courses/<str:code>/report/", report.report, name="report"),
    path("courses/<str:code>/report.pdf", report.report_paper, name="report_paper"),
    path("check-in/", check_in.check_in, name="check_in"),
    path("check-in/<str:code>/", check_in.check_in, name="check_in_with_code"),
    path("certificates/", certificates.check, name="check_certificate"),
    path("certificates/<str:number>/", certificates.certificate, name="certificate"),
    path("certificates/<str:number>/certificate.pdf", certificates.own_paper, name="own_paper"),
    path("certificates/<str:number>/withdraw/", certificates.withdraw, name="withdraw_certificate"),
]
