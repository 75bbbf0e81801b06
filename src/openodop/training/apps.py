from django.apps import AppConfig
from django.utils.translation import ngettext_lazy, pgettext_lazy


class TrainingConfig(AppConfig):
    name = "openodop.training"
    label = "training"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Models and what stands on them can be loaded only now.
        from openodop.foundation import menus, panels
        from openodop.foundation.tables import kinds
        from openodop.people import privacy
        from openodop.training import access
        from openodop.training.actions.forgetting import forget_participant
        from openodop.training.imports import PARTICIPANTS
        from openodop.training.panels import courses as own_panels
        from openodop.training.queries import elsewhere

        self._keep_history()
        self._show_attendance()
        panels.register("places.place", "courses", own_panels.of_place, order=40)
        panels.register("programmes.programme", "courses", own_panels.of_programme, order=40)
        panels.register("programmes.project", "courses", own_panels.of_project, order=30)
        panels.register("people.person", "courses", own_panels.of_person, order=30)
        panels.register("producers.producer", "courses", own_panels.of_producer, order=60)
        panels.register_count(
            "places.courses",
            elsewhere.count_by_place,
            title=pgettext_lazy("menu", "Courses"),
            label=ngettext_lazy("%(count)d course", "%(count)d courses", "count"),
            order=40,
        )
        menus.add(menus.public, menus.Entry(30, pgettext_lazy("menu", "Courses"), "training:courses"))
        menus.add(
            menus.work, menus.Entry(40, pgettext_lazy("menu", "Courses"), "training:organise", icon="calendar", visible=access.may_create_course)
        )
        menus.add(menus.work, menus.Entry(45, pgettext_lazy("menu", "My courses"), "training:my_courses", icon="book"))
        kinds.register(PARTICIPANTS)
        privacy.register("training", export=elsewhere.told_of_person, erase=forget_participant, hinders=elsewhere.reasons_to_stay)

    def _show_attendance(self) -> None:
        """Attendance, certificates and report on the pages of a course, and in what a person may see or have erased."""
        from openodop.foundation import panels
        from openodop.people import privacy
        from openodop.training.actions.certificates import forget_names
        from openodop.training.panels import attendance
        from openodop.training.queries import certificates

        panels.register("training.course", "attendance", attendance.on_course_page, order=10)
        panels.register("training.course.menu", "attendance", attendance.course_menu, order=10)
        panels.register("training.course.organise", "attendance", attendance.organise_items, order=10)
        panels.register("training.enrolment", "attendance", attendance.on_own_course, order=10)
        privacy.register("training_certificates", export=certificates.told_of_person, erase=forget_names)

    def _keep_history(self) -> None:
        """Field changes of these records go to the audit table; what people wrote about themselves does not."""
        from auditlog.registry import auditlog

        from openodop.training.models import Course, Enrolment, Session, SessionSpeaker, Topic

        auditlog.register(Course, exclude_fields=["state", "state_reason", "created_at", "created_by", "updated_at"], m2m_fields={"organisers"})
        auditlog.register(Session, exclude_fields=["number"])
        auditlog.register(Topic)
        auditlog.register(SessionSpeaker)
        private = ["organisation", "organisation_text", "post_text", "note", "reason"]
        auditlog.register(Enrolment, exclude_fields=[*private, "waiting_since", "waiting_number", "created_at", "created_by", "updated_at"])
