"""Which place an address means, over the shipped lists and without a database."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openodop.places import shipped
from openodop.places.rules.addresses import from_columns, parse_address
from openodop.places.rules.gazetteer import Gazetteer, Located, NotLocated, Reason
from openodop.places.rules.known_names import Entry
from openodop.places.rules.names import Part, key, loose_key, split_mark


@cache
def gazetteer(country: str) -> Gazetteer:
    return Gazetteer(
        Entry(
            row["code"],
            row["level"],
            row["parent_code"],
            (row["name_en"], row["name_local"], *row["other_names"]),
            row["kind"],
            row["successor_code"],
        )
        for row in shipped.places(country)
    )


def locate(country: str, text: str = "", **columns: str) -> Located:
    known = gazetteer(country)
    return known.locate(from_columns(address=text, knows=known.knows, **columns))


def refused(country: str, text: str = "", **columns: str) -> NotLocated:
    with pytest.raises(NotLocated) as caught:
        locate(country, text, **columns)
    return caught.value


# --- taking an address apart ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "text",
    [
        "xã Phong Hiền, huyện Phong Điền, tỉnh Thừa Thiên Huế",
        "Xã Phong Hiền huyện Phong Điền tỉnh Thừa Thiên Huế",
        "X.Phong Hiền, H. Phong Điền, T. Thừa Thiên Huế, Việt Nam",
        "Tỉnh Thừa Thiên Huế - Huyện Phong Điền - Xã Phong Hiền",
        "xa\u0303 Phong Hie\u0302\u0300n; huye\u0323\u0302n Phong Đie\u0302\u0300n; ti\u0309nh Thừa Thiên Huế",
    ],
)
def test_marked_vietnamese_addresses(text):
    parts = parse_address(text)
    assert (parts.commune, parts.district, parts.province) == ("Phong Hiền", "Phong Điền", "Thừa Thiên Huế")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ບ້ານໂພນ ເມືອງສັງທອງ ແຂວງວຽງຈັນ", ("ໂພນ", "", "ສັງທອງ", "ວຽງຈັນ")),
        ("ບ້ານ ໂພນ, ເມືອງ ສັງທອງ, ເເຂວງ ວຽງຈັນ", ("ໂພນ", "", "ສັງທອງ", "ວຽງຈັນ")),
        ("ບ. ໂພນ, ມ. ສັງທອງ, ຂ. ວຽງຈັນ", ("ໂພນ", "", "ສັງທອງ", "ວຽງຈັນ")),
        ("ບ້ານໂພນເມືອງສັງທອງແຂວງວຽງຈັນ", ("ໂພນ", "", "ສັງທອງ", "ວຽງຈັນ")),
        ("ບ້ານໂພນ ເມືອງສັງທອງ ນະຄອນຫລວງວຽງຈັນ", ("ໂພນ", "", "ສັງທອງ", "ນະຄອນຫລວງວຽງຈັນ")),
        ("Ban Xoke, Sangthong district, Vientiane Capital", ("Xoke", "", "Sangthong", "Vientiane Capital")),
        ("B. Xoke, M. Sangthong, Vientiane Province", ("Xoke", "", "Sangthong", "Vientiane")),
        ("หมู่ 5 ตำบลหนองตูม อำเภอกงไกรลาศ จังหวัดสุโขทัย 64170", ("หมู่ 5", "หนองตูม", "กงไกรลาศ", "สุโขทัย")),
        ("ต.หนองตูม อ.กงไกรลาศ จ.สุโขทัย", ("", "หนองตูม", "กงไกรลาศ", "สุโขทัย")),
        ("ตำบลหนองตูมอำเภอกงไกรลาศจังหวัดสุโขทัย", ("", "หนองตูม", "กงไกรลาศ", "สุโขทัย")),
        ("ភូមិត្រពាំង ឃុំគោក ស្រុកបាទី ខេត្តតាកែវ", ("ត្រពាំង", "គោក", "បាទី", "តាកែវ")),
        ("Thôn 1, xã Bản Liền, huyện Bắc Hà, tỉnh Lào Cai", ("Thôn 1", "Bản Liền", "Bắc Hà", "Lào Cai")),
        ("thị trấn Sa Pa thị xã Sa Pa tỉnh Lào Cai", ("", "Sa Pa", "Sa Pa", "Lào Cai")),
    ],
)
def test_marked_addresses_in_the_other_scripts(text, parts):
    found = parse_address(text)
    assert (found.village, found.commune, found.district, found.province) == parts
    assert found.loose == ()


def test_words_of_rank_are_told_from_names():
    assert split_mark("thị trấn Sa Pa") == ("Sa Pa", Part.COMMUNE)
    assert split_mark("thị xã Sa Pa") == ("Sa Pa", Part.DISTRICT)
    assert split_mark("TP.Huế") == ("Huế", Part.CITY)
    assert split_mark("Siem Reap province") == ("Siem Reap", Part.PROVINCE)
    for name in ("Lang Son", "Phương Liên", "Banteay Meanchey", "Bangkok", "Huyen", "Khanh Hoa", "Tinh Bien"):
        assert split_mark(name)[1] is None or name == "Tinh Bien", name


@given(
    st.text(max_size=80)
    | st.lists(st.sampled_from(["xã", "huyện", "tỉnh", "Phong", "ເມືອງ", "ບ້ານ", "ວຽງຈັນ", "อ.", "จ.", "เมือง", ",", " - ", "TP.", "Huế"])).map(" ".join)
)
def test_no_text_breaks_the_parser_and_every_address_is_placed_or_refused(text):
    parse_address(text)
    for country in ("LA", "VN", "TH", "KH"):
        known = gazetteer(country)
        try:
            found = known.locate(parse_address(text, known.knows))
            codes = [found.code]
        except NotLocated as reason:
            codes = [*reason.suggestions]
        assert set(codes) <= set(known.entries)


@given(st.text(max_size=40))
def test_keys_of_keys_are_the_same(text):
    assert key(key(text)) == key(text)
    assert loose_key(loose_key(text)) == loose_key(text)


# --- every listed place is found by its own name ---------------------------------------------------------------------------
@pytest.mark.parametrize("country", ["LA", "KH", "TH"])
def test_every_district_is_found_by_each_of_its_names(country):
    known = gazetteer(country)
    for entry in known.entries.values():
        if entry.level != 2:
            continue
        province = known.entries[entry.parent]
        alike = {name for other in known.entries.values() if other.parent == province.code and other != entry for name in other.names}
        for name in entry.names:
            if name in alike:  # two districts of Ayutthaya are both romanised Bang Sai
                assert refused(country, province=province.names[0], district=name).reason == Reason.AMBIGUOUS
                continue
            assert locate(country, province=province.names[0], district=name).code == entry.code, (entry.code, name)
            assert locate(country, f"{name}, {province.names[1]}", code=province.code).code == entry.code, (entry.code, name)


@pytest.mark.parametrize("country", ["LA", "KH", "TH", "VN"])
def test_every_province_is_found_by_each_of_its_names(country):
    known = gazetteer(country)
    for entry in known.entries.values():
        for name in entry.names if entry.level == 1 and entry.code not in ("LA01", "LA10") else ():
            found = locate(country, province=name)
            assert entry.code in (found.code, found.former_code) or found.code == entry.successor, (entry.code, name)


# --- Lao PDR ------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "text",
    [
        "Ban Xoke, Sangthong district, Vientiane Capital",
        "Xoke, Sangthong, Vientiane Capital",
        "Vientiane Capital, Sangthong, Xoke",
        "Xoke, Sangtong, Vientiane",
        "ບ້ານ Xoke ເມືອງສັງທອງ ນະຄອນຫຼວງ",
    ],
)
def test_a_lao_address_in_either_order_and_spelling(text):
    assert locate("LA", text) == Located("LA0108", village="Xoke")


def test_the_two_vientianes_are_told_apart_or_asked_about():
    assert locate("LA", "Vientiane Province").code == "LA10"
    assert locate("LA", "ແຂວງວຽງຈັນ").code == "LA10"
    assert locate("LA", "Vientiane Capital").code == "LA01"
    assert locate("LA", province="ນະຄອນຫຼວງວຽງຈັນ").code == "LA01"
    assert locate("LA", province="ວຽງຈັນ", district="ແກ້ວອຸດົມ").code == "LA1003"
    assert locate("LA", province="Vientiane", district="Sisattanak").code == "LA0104"
    reason = refused("LA", province="Vientiane")
    assert (reason.reason, set(reason.suggestions)) == (Reason.AMBIGUOUS, {"LA01", "LA10"})


def test_a_district_is_not_taken_from_a_province_that_a_word_excludes():
    reason = refused("LA", "ເມືອງສີສັດຕະນາກ ແຂວງວຽງຈັນ")
    assert (reason.reason, reason.within, reason.suggestions) == (Reason.DISTRICT_UNKNOWN, "LA10", ("LA0104",))


def test_one_district_name_in_two_provinces_needs_the_province():
    reason = refused("LA", "Phonthong")
    assert (reason.reason, set(reason.suggestions)) == (Reason.AMBIGUOUS, {"LA0612", "LA1606"})
    assert locate("LA", "Phonthong, Champassak").code == "LA1606"
    assert locate("LA", district="ໂພນທອງ", province="ຫຼວງພະບາງ").code == "LA0612"


@pytest.mark.parametrize("spelling", ["Xieng Khouang", "Xiangkhoang", "xieng khuang", "Xiengkhuang province", "ຊຽງຂວາງ"])
def test_spellings_of_offices_meet(spelling):
    assert locate("LA", province=spelling).code == "LA09"


def test_codings_of_lao_letters_meet():
    assert locate("LA", province="ຫລວງນໍ້າທາ").code == "LA03"
    assert locate("LA", province="ສາຣະວັນ").code == "LA14"


def test_unknown_names_are_refused_with_the_nearest_and_never_taken_for_villages():
    reason = refused("LA", district="Sangthon", province="Vientiane Capital")
    assert (reason.reason, reason.part, reason.text, reason.suggestions[0]) == (Reason.DISTRICT_UNKNOWN, "district", "Sangthon", "LA0108")
    assert len(reason.suggestions) <= 3
    assert refused("LA", "Ban Xoke, Songtong, Vientiane Capital").text == "Songtong"
    assert refused("LA", province="Atlantis").reason == Reason.PROVINCE_UNKNOWN
    assert refused("LA", province="Savanakhat").suggestions[0] == "LA13"
    assert refused("LA", province="Seat of government", district="Sangthong").suggestions[0] == "LA01"


# --- Viet Nam -----------------------------------------------------------------------------------------------------------
def test_a_former_province_is_followed_and_both_are_kept():
    found = locate("VN", "xã Phong Hiền, huyện Phong Điền, tỉnh Thừa Thiên Huế")
    assert found == Located("VN46", "VN63-46", "Phong Điền", "Phong Hiền")
    assert locate("VN", province="Quảng Bình") == Located("VN44", "VN63-44")
    assert locate("VN", province="quang binh") == Located("VN44", "VN63-44")


def test_of_a_name_kept_in_2025_the_former_province_is_meant_only_beside_a_district():
    assert locate("VN", "Hà Nội") == Located("VN01")
    assert locate("VN", "xã Đông Sang, tỉnh Sơn La") == Located("VN14", commune="Đông Sang")
    assert locate("VN", "huyện Sóc Sơn, Hà Nội") == Located("VN01", "VN63-01", "Sóc Sơn")
    assert locate("VN", code="VN63-14", province="Sơn La", district="Mộc Châu") == Located("VN14", "VN63-14", "Mộc Châu")


def test_a_city_is_a_district_inside_a_province_and_a_province_alone():
    assert locate("VN", "thành phố Huế, tỉnh Thừa Thiên Huế") == Located("VN46", "VN63-46", "Huế")
    assert locate("VN", "P. Phú Hội, TP. Huế") == Located("VN46", commune="Phú Hội")
    assert locate("VN", "TP Thủ Đức, TP HCM") == Located("VN79", "VN63-79", "Thủ Đức")
    assert locate("VN", "khu phố 3, phường 5, quận 10, TP.HCM") == Located("VN79", "VN63-79", "quận 10", "phường 5", "khu phố 3")


def test_unmarked_vietnamese_lists():
    assert locate("VN", "Phong Hiền, Phong Điền, Thừa Thiên Huế") == Located("VN46", "VN63-46", "Phong Điền", "Phong Hiền")
    assert locate("VN", "Phong Hiền, Huế") == Located("VN46", commune="Phong Hiền")
    assert refused("VN", "xã Phong Hiền, huyện Phong Điền").reason == Reason.PROVINCE_MISSING
    assert refused("VN", province="Quảng Bin").suggestions[0] == "VN63-44"


# --- Thailand, Cambodia, Japan --------------------------------------------------------------------------------------------
def test_thai_addresses():
    assert locate("TH", "12/3 หมู่ 5 ต.หนองตูม อ.กงไกรลาศ จ.สุโขทัย 64170") == Located("TH6404", commune="หนองตูม", village="12/3, หมู่ 5")
    assert locate("TH", "อ.เมือง จ.สุโขทัย").code == "TH6401"
    assert locate("TH", "เขตดุสิต กทม.").code == locate("TH", "เขตดุสิต กรุงเทพมหานคร").code == "TH1002"
    assert locate("TH", "Ban Phai, Khon Kaen").code == "TH4010"
    assert locate("TH", "Prachuap Khiri Khan").code == "TH77"
    assert refused("TH", "อ.เมือง").reason == Reason.PROVINCE_MISSING


def test_khmer_addresses_and_countries_without_provinces():
    assert locate("KH", "ភូមិត្រពាំង ឃុំគោក ស្រុកបាទី ខេត្តតាកែវ") == Located("KH2102", commune="គោក", village="ត្រពាំង")
    assert locate("KH", "Bati, Takeo").code == "KH2102"
    assert locate("JP", province="Ōita", village="Ōyama") == Located("JP", district_text="Ōita", village="Ōyama")


# --- codes --------------------------------------------------------------------------------------------------------------
def test_codes_decide_where_names_do_not_contradict():
    assert locate("LA", code="la 1301") == Located("LA1301")
    assert locate("LA", code="LA0104", province="ວຽງຈັນ", district="Sisatanak (old)", village="ດອນກອຍ") == Located("LA0104", village="ດອນກອຍ")
    assert locate("LA", code="LA13", district="Champhone").code == "LA1309"
    assert locate("VN", code="VN63-46") == Located("VN46", "VN63-46")
    assert locate("VN", code="VN46", province="Thừa Thiên Huế").former_code == "VN63-46"
    assert refused("LA", code="LA0104", province="Attapeu").reason == Reason.DISAGREE
    assert refused("LA", code="LA0104", district="Sangthong").reason == Reason.DISAGREE
    assert refused("VN", code="VN01", province="Huế").reason == Reason.DISAGREE
    reason = refused("LA", code="LA1399")
    assert (reason.reason, reason.part) == (Reason.CODE_UNKNOWN, "place_code")
    assert "LA1309" in reason.suggestions


def test_an_address_beside_columns_must_say_the_same():
    assert locate("LA", "Ban Xoke, Sangthong district, Vientiane Capital", province="Vientiane Capital", district="Sangthong").village == "Xoke"
    assert locate("LA", "Ban Xoke, M. Sangtong, ນະຄອນຫຼວງ", province="Vientiane Capital", district="Sangthong").code == "LA0108"
    assert refused("LA", "Ban Xoke, Champhone district", province="Vientiane Capital", district="Sangthong").reason == Reason.DISAGREE
    assert refused("LA", "Savannakhet province", province="Vientiane Capital", district="Sangthong").reason == Reason.DISAGREE


def test_nothing_said_is_refused():
    assert refused("LA").reason == refused("LA", " , ; Laos").reason == Reason.NOTHING_SAID
