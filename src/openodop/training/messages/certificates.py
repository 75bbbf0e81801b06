from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

TOO_EARLY = _("The course lasts until %(end)s. Certificates are issued from its last day on.")
DATE_BEFORE_END = _("The course ends on %(end)s. Certificates cannot be dated before it.")
DATE_AHEAD = _("Certificates cannot be dated after today.")
NO_SESSIONS = _("This course has no sessions, so nobody can complete it. Add its sessions and their attendance first.")
NO_MARKS = _("Nobody has been marked yet. Keep the attendance first, then issue certificates.")
NAME_MISSING = _("A participant who completes has no name on record. Write the name in the list of participants first.")
REASON_NEEDED = _("Write the reason. The organisers of later years will read it.")
ALREADY_WITHDRAWN = _("The certificate %(number)s is withdrawn already.")

ISSUED = ngettext_lazy("%(count)s certificate issued.", "%(count)s certificates issued.", "count")
NOBODY_NEW = _("Nobody new completes the course. No certificate was issued.")
WITHDRAWN = _("The certificate %(number)s is withdrawn. Its check page says so from now on.")
