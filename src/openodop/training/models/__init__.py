from openodop.training.models.attendance import Attendance, AttendanceMark, CheckInCode, SheetPhotograph
from openodop.training.models.certificate import Certificate
from openodop.training.models.course import Course, CoursePlaceQuota, Day, Session, SessionSpeaker, Topic
from openodop.training.models.enrolment import Enrolment, Invitation

__all__ = [
    "Attendance",
    "AttendanceMark",
    "Certificate",
    "CheckInCode",
    "Course",
    "CoursePlaceQuota",
    "Day",
    "Enrolment",
    "Invitation",
    "Session",
    "SessionSpeaker",
    "SheetPhotograph",
    "Topic",
]
