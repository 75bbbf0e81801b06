from openodop.training.addresses import attendance, courses

app_name = "training"
# Courses first: their fixed words (`/courses/new/`) come before `/courses/<code>/…`, of which attendance adds more.
urlpatterns = [*courses.urlpatterns, *attendance.urlpatterns]
