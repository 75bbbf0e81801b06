"""The table of participants of a course."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from openodop.foundation.folding import clean
from openodop.foundation.tables.kinds import CREATED, UNCHANGED, UPDATED, Column, Context, Need, Outcome, TableKind
from openodop.foundation.tables.rows import Row
from openodop.people.actions import find_or_create_person
from openodop.people.models import Person
from openodop.people.rules import may_be_named
from openodop.places.choices import Level
from openodop.places.imports import ADDRESS_COLUMNS, take_address
from openodop.places.models import Place
from openodop.training import access
from openodop.training.actions.enrolment import Participation, enrol_from_list
from openodop.training.choices import CourseState, EnrolmentState, ParticipantKind
from openodop.training.messages import enrolment as messages
from openodop.training.models import Course, Enrolment
from openodop.training.queries.enrolment import place_in_line
from openodop.training.rules.participant_words import KIND_WORDS, SEX_WORDS

NAME = Column(
    "name",
    {
        "en": ("Name", "Full name", "Name of participant", "Participant", "Name and surname"),
        "lo": ("ຊື່ ແລະ ນາມສະກຸນ", "ຊື່", "ຊື່ ນາມສະກຸນ", "ຊື່ຜູ້ເຂົ້າຮ່ວມ"),
        "th": ("ชื่อ-นามสกุล", "ชื่อ", "ชื่อ สกุล", "ชื่อผู้เข้าร่วม"),
        "km": ("ឈ្មោះ", "គោត្តនាម និងនាម"),
        "vi": ("Họ và tên", "Họ tên", "Tên người tham gia"),
    },
    required=True,
    help=_("As the person writes it."),
    max_length=120,
    example="ນາງ ຄຳຫຼ້າ ຕົວຢ່າງ",
)
NAME_LATIN = Column(
    "name_latin",
    {
        "en": ("Name in Latin letters", "Name in English", "English name"),
        "lo": ("ຊື່ພາສາອັງກິດ", "ຊື່ເປັນຕົວລາແຕັງ"),
        "th": ("ชื่อภาษาอังกฤษ", "ชื่ออักษรโรมัน"),
        "km": ("ឈ្មោះជាអក្សរឡាតាំង",),
        "vi": ("Tên bằng chữ La-tinh", "Tên tiếng Anh"),
    },
    help=_("For certificates in English."),
    max_length=120,
    example="Khamla Tuayang",
)
SEX = Column(
    "sex",
    {"en": ("Sex", "Gender", "F/M", "M/F"), "lo": ("ເພດ",), "th": ("เพศ",), "km": ("ភេទ",), "vi": ("Giới tính", "Nam/Nữ")},
    help=_("F or M, woman or man, or the word of your language."),
    example="ຍິງ",
)
KIND = Column(
    "kind",
    {
        "en": ("Kind", "Kind of participant", "Participant type", "Type", "Sector"),
        "lo": ("ປະເພດຜູ້ເຂົ້າຮ່ວມ", "ປະເພດ", "ພາກສ່ວນ"),
        "th": ("ประเภทผู้เข้าร่วม", "ประเภท", "ภาคส่วน"),
        "km": ("ប្រភេទសិក្ខាកាម", "ប្រភេទ"),
        "vi": ("Loại người tham gia", "Thành phần", "Đối tượng"),
    },
    help=_("Official, firm, producer group, expert, student or other, in any of the languages."),
    example="ພະນັກງານລັດ",
)
ORGANISATION = Column(
    "organisation",
    {
        "en": ("Organisation", "Organization", "Agency", "Company", "Office"),
        "lo": ("ອົງການ", "ອົງການຈັດຕັ້ງ", "ບ່ອນເຮັດວຽກ", "ໜ່ວຍງານ", "ບໍລິສັດ", "ສັງກັດ"),
        "th": ("หน่วยงาน", "องค์กร", "บริษัท", "สังกัด"),
        "km": ("អង្គការ", "ស្ថាប័ន"),
        "vi": ("Cơ quan", "Tổ chức", "Đơn vị", "Đơn vị công tác"),
    },
    max_length=200,
)
POST = Column(
    "post",
    {
        "en": ("Post", "Position", "Title", "Job title"),
        "lo": ("ຕຳແໜ່ງ", "ໜ້າທີ່"),
        "th": ("ตำแหน่ง", "หน้าที่"),
        "km": ("តួនាទី", "មុខតំណែង"),
        "vi": ("Chức vụ", "Chức danh"),
    },
    max_length=200,
)
PHONE = Column(
    "phone",
    {
        "en": ("Phone", "Telephone", "Phone number", "Mobile", "Tel"),
        "lo": ("ເບີໂທ", "ເບີໂທລະສັບ", "ໂທລະສັບ", "ເບີຕິດຕໍ່"),
        "th": ("โทรศัพท์", "เบอร์โทร", "เบอร์โทรศัพท์", "มือถือ"),
        "km": ("លេខទូរស័ព្ទ", "ទូរស័ព្ទ"),
        "vi": ("Số điện thoại", "Điện thoại", "SĐT"),
    },
    example="020 55 512 345",
)
EMAIL = Column(
    "email",
    {"en": ("E-mail", "Email", "E-mail address"), "lo": ("ອີເມວ", "ອີເມລ"), "th": ("อีเมล",), "km": ("អ៊ីមែល",), "vi": ("Thư điện tử", "Email")},
    max_length=254,
)
COLUMNS = (NAME, NAME_LATIN, SEX, KIND, ORGANISATION, POST, PHONE, EMAIL, *ADDRESS_COLUMNS)

#: what `find_or_create_person` may fill in
_PERSON_FIELDS = ("name_latin", "sex", "phone", "email", "organisation_id", "organisation_text", "post_title", "place_id")


def take_row(row: Row, context: Context) -> Outcome:
    """Take one participant: the person is found by phone, e-mail or name, then put on the list of the course."""
    course = context.course
    details = _details(row, course)
    kind = row.choice("kind", KIND_WORDS)
    found = take_address(row, context, country=course.programme.country.code, required=False)
    place = found.place if found else None
    _refuse_foreign_phone(row, details["phone"])
    row.stop_if_refused()

    before = _known(row["name"], details)
    person = _listed_by_name(course, row, details) or find_or_create_person(name=row["name"], place=place, by=context.account, **details)[0]
    completed = person.pk in before and before[person.pk] != _values(person)
    _note_twice(row, context, person)
    participation = Participation(
        kind=kind or _kind_so_far(course, person, row),
        organisation_text=row["organisation"],
        post_text=row["post"],
        province=_province(place),
    )
    enrolment, is_new, changed = enrol_from_list(course=course, person=person, participation=participation, by=context.account)
    _note_state(row, enrolment, is_new)
    if is_new:
        return CREATED
    return UPDATED if changed or completed else UNCHANGED


def _details(row: Row, course: Course) -> dict[str, Any]:
    return {
        "name_latin": row["name_latin"],
        "sex": row.choice("sex", SEX_WORDS),
        "phone": row.phone("phone", country=course.programme.country.code),
        "email": row.email("email"),
        "organisation_text": row["organisation"],
        "post_title": row["post"] or None,
    }


def _refuse_foreign_phone(row: Row, phone: str) -> None:
    """A number that belongs to somebody of another name is a slip of the pen more often than a shared phone."""
    if not phone:
        return
    holders = list(Person.objects.filter(phone=phone, erased_at=None).values_list("name", "name_latin"))
    if holders and not any(may_be_named((row["name"], row["name_latin"]), names) for names in holders):
        row.refuse("phone", messages.PHONE_OF_SOMEBODY_ELSE)


def _listed_by_name(course: Course, row: Row, details: dict[str, Any]) -> Person | None:
    """Return who stands on this list under the very name, for a row that says nothing else to tell people apart."""
    if details["phone"] or details["email"] or details["organisation_text"]:
        return None
    return Person.objects.filter(enrolments__course=course, name=clean(row["name"]), erased_at=None).order_by("pk").first()


def _known(name: str, details: dict[str, Any]) -> dict[int, tuple[Any, ...]]:
    """Return what the record knows of everybody whom this row may mean, to tell later whether anything was filled in."""
    may_mean = Q(name=name)
    for contact in ("phone", "email"):
        if details[contact]:
            may_mean |= Q(**{contact: details[contact]})
    return {person.pk: _values(person) for person in Person.objects.filter(may_mean)}


def _values(person: Person) -> tuple[Any, ...]:
    return tuple(str(getattr(person, name) or "") for name in _PERSON_FIELDS)


def _note_twice(row: Row, context: Context, person: Person) -> None:
    first = context.once("training.rows_of_persons", dict).setdefault(person.pk, row.number)
    if first != row.number:
        row.note("name", messages.ROW_TWICE, name=person.name_shown, row=first)


def _kind_so_far(course: Course, person: Person, row: Row) -> str:
    """Return the kind already kept for the person; a newcomer without one counts as "other", which is said."""
    kind = Enrolment.objects.filter(course=course, person=person).values_list("kind", flat=True).first()
    if kind is None:
        row.note("kind", messages.KIND_NOT_WRITTEN)
    return kind or ParticipantKind.OTHER


def _province(place: Place | None) -> Place | None:
    if place is None or place.level == Level.COUNTRY:
        return None
    return place if place.level == Level.PROVINCE else place.parent


def _note_state(row: Row, enrolment: Enrolment, is_new: bool) -> None:
    name = enrolment.person.name_shown
    if enrolment.state == EnrolmentState.WAITING and is_new:
        row.note("name", messages.IMPORTED_WAITING, name=name, number=place_in_line(enrolment))
    elif enrolment.state in (EnrolmentState.WITHDRAWN, EnrolmentState.DECLINED, EnrolmentState.REFUSED):
        row.note("name", messages.LISTED_BUT_GONE, name=name, state=enrolment.get_state_display())


def _courses(account: Any) -> Any:
    """Courses whose list may be filled: all on the command line, else those that the account runs."""
    courses = Course.objects.all() if account is None else Course.objects.organised_by(account)
    return courses.exclude(state=CourseState.CANCELLED).select_related("programme__country", "place")


def _find(code: str, account: Any) -> Course | None:
    return _courses(account).filter(code=code).first()


def _choices(account: Any) -> list[tuple[str, str]]:
    return [(course.code, f"{course.title} ({course.code})") for course in _courses(account)[:200]]


COURSE = Need("course", pgettext_lazy("import", "course"), _find, _choices)
PARTICIPANTS = TableKind(
    name="participants",
    label=_("Participants of a course"),
    columns=COLUMNS,
    take_row=take_row,
    may_import=access.may_create_course,
    needs=(COURSE,),
    help=_("One row for each person. Who finds no seat is put on the waiting list. People are found by phone, e-mail or name and organisation."),
    order=40,
)
