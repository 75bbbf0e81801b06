"""Words that lists of participants use for sex and kind, in the five languages. No Django."""

#: key of people.choices.Sex -> words; compared without case, spaces and diacritics
SEX_WORDS: dict[str, tuple[str, ...]] = {
    "female": (
        "f", "w", "woman", "women", "girl", "ms", "mrs", "miss",
        "ຍິງ", "ຜູ້ຍິງ", "ແມ່ຍິງ", "ເພດຍິງ", "ນາງ", "ຍ",
        "หญิง", "ผู้หญิง", "เพศหญิง", "นาง", "นางสาว", "ญ",
        "ស្រី", "ស្ត្រី", "នារី", "ភេទស្រី",
        "nữ", "bà", "phụ nữ",
    ),
    "male": (
        "m", "man", "men", "boy", "mr",
        "ຊາຍ", "ຜູ້ຊາຍ", "ເພດຊາຍ", "ທ້າວ", "ທ່ານ ທ້າວ", "ຊ",
        "ชาย", "ผู้ชาย", "เพศชาย", "นาย", "ช",
        "ប្រុស", "បុរស", "ភេទប្រុស",
        "nam", "ông", "nam giới",
    ),
    "other": (
        "o", "x", "not said", "other or not said", "prefer not to say", "unknown",
        "ອື່ນໆ", "ບໍ່ລະບຸ",
        "อื่นๆ", "ไม่ระบุ",
        "ផ្សេងទៀត", "មិនបញ្ជាក់",
        "khác", "không nêu",
    ),
}  # fmt: skip

#: key of training.choices.ParticipantKind -> words
KIND_WORDS: dict[str, tuple[str, ...]] = {
    "official": (
        "officials", "officer", "government", "government official", "government officer", "public sector", "public", "civil servant", "state",
        "ພະນັກງານ", "ພະນັກງານລັດ", "ພາກລັດ", "ລັດຖະກອນ", "ພະນັກງານລັດຖະກອນ",
        "ข้าราชการ", "เจ้าหน้าที่", "เจ้าหน้าที่รัฐ", "ภาครัฐ",
        "មន្ត្រី", "មន្ត្រីរាជការ",
        "cán bộ", "công chức", "viên chức", "cơ quan nhà nước",
    ),
    "firm": (
        "firms", "company", "enterprise", "business", "sme", "msme", "private", "private sector", "entrepreneur",
        "ທຸລະກິດ", "ວິສາຫະກິດ", "ບໍລິສັດ", "ພາກເອກະຊົນ", "ເອກະຊົນ", "ຜູ້ປະກອບການ",
        "ธุรกิจ", "บริษัท", "วิสาหกิจ", "เอกชน", "ภาคเอกชน", "ผู้ประกอบการ",
        "សហគ្រាស", "ក្រុមហ៊ុន", "ឯកជន",
        "doanh nghiệp", "công ty", "hộ kinh doanh", "cơ sở sản xuất",
    ),
    "producer_group": (
        "producer groups", "producer", "producers", "group", "cooperative", "farmer", "farmer group", "household", "community enterprise",
        "ກຸ່ມຜະລິດ", "ກຸ່ມຜູ້ຜະລິດ", "ກຸ່ມ", "ສະຫະກອນ", "ຜູ້ຜະລິດ", "ຊາວກະສິກອນ", "ຄອບຄົວ",
        "กลุ่มผู้ผลิต", "กลุ่ม", "สหกรณ์", "ผู้ผลิต", "เกษตรกร", "วิสาหกิจชุมชน",
        "ក្រុមផលិត", "ក្រុមអ្នកផលិត", "សហករណ៍", "អ្នកផលិត", "កសិករ",
        "tổ hợp tác", "hợp tác xã", "htx", "nhà sản xuất", "nông dân", "hộ gia đình",
    ),
    "expert": (
        "experts", "teacher", "trainer", "lecturer", "academic", "researcher", "university", "academia",
        "ຊ່ຽວຊານ", "ຜູ້ຊ່ຽວຊານ", "ອາຈານ", "ນັກວິຊາການ", "ວິທະຍາກອນ", "ມະຫາວິທະຍາໄລ",
        "ผู้เชี่ยวชาญ", "อาจารย์", "นักวิชาการ", "วิทยากร", "มหาวิทยาลัย",
        "អ្នកជំនាញ", "គ្រូ", "សាស្ត្រាចារ្យ",
        "chuyên gia", "giảng viên", "giáo viên", "nhà nghiên cứu",
    ),
    "student": (
        "students", "pupil",
        "ນັກສຶກສາ", "ນັກຮຽນ",
        "นักศึกษา", "นักเรียน",
        "និស្សិត", "សិស្ស",
        "sinh viên", "học sinh",
    ),
    "other": (
        "others", "ngo", "donor", "development partner",
        "ອື່ນໆ", "ອື່ນ",
        "อื่นๆ", "อื่น ๆ",
        "ផ្សេងទៀត", "ផ្សេងៗ",
        "khác",
    ),
}  # fmt: skip
