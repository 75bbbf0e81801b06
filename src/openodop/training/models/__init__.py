from openodop.training.models.course import Course, CoursePlaceQuota, Day, Session, SessionSpeaker, Topic
from openodop.training.models.enrolment import Enrolment, Invitation

__all__ = ["Course", "CoursePlaceQuota", "Day", "Enrolment", "Invitation", "Session", "SessionSpeaker", "Topic"]
