"""The addresses of the room in two lists: courses and enrolment, attendance and certificates."""
