"""Drawings of goods as seen from above on a bamboo tray: what a product shows while it has no photograph, and every empty state.

The files lie in static/foundation/drawings; `python -m tools.drawing` makes them by a fixed rule. Pages show them as pictures with an
address of their own (`{% tray %}`), so that a list of many products stays small and a phone keeps each drawing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "static" / "foundation" / "drawings"
#: names of all drawings
DRAWN = tuple(sorted(file.stem for file in FOLDER.glob("*.svg")))
FALLBACK = "generic-food"
GROUNDS = ("leaf", "cotton", "jack", "lac", "indigo", "sky")
#: what names, categories and customs numbers say -> drawing; the first line that fits wins, so special goods come first.
#: Latin words count as whole words (an "s" may follow, "*" stands for any ending); Lao, Thai and Khmer are found anywhere.
WORDS = (
    ("banana-chocolate", "chocolate ຊັອກໂກ ช็อกโก socola"),
    ("banana-chips", "banana_chip banana_crisp crisp_banana ກ້ວຍທອດ กล้วยกรอบ กล้วยฉาบ chuối_sấy"),
    ("banana-candy", "candy candies ກ້ວຍກວນ กล้วยกวน kẹo"),
    ("banana-butter", "butter_banana banana_butter ກ້ວຍອົບ กล้วยอบเนย"),
    ("banana-dried", "banana ກ້ວຍ กล้วย ចេក chuối 0803*"),
    ("river-weed", "river_weed seaweed khaiphaen kai_pen ໄຄແຜ່ນ ໄຄ້ແຜ່ນ สาหร่าย rong_biển"),
    ("silk", "silk ໄໝ ไหม សូត្រ lụa 5007*"),
    ("coffee", "coffee arabica robusta ກາເຟ กาแฟ កាហ្វេ cà_phê 0901*"),
    ("honey", "honey ນ້ຳເຜິ້ງ น้ำผึ้ง ទឹកឃ្មុំ mật_ong 0409*"),
    ("wine", "wine liquor spirit whisky ເຫຼົ້າ ເຫລົ້າ เหล้า ไวน์ ស្រា rượu 2204* 2206* 2208*"),
    ("fish-sauce", "fish_sauce soy_sauce padaek sauce ນ້ຳປາ ປາແດກ น้ำปลา ปลาร้า ទឹកត្រី nước_mắm mắm 2103*"),
    ("oil", "oil ນ້ຳມັນ น้ำมัน ប្រេង dầu 1515*"),
    ("noodles", "noodle vermicelli ເສັ້ນ เส้น មី miến bún phở 1902*"),
    ("chilli-paste", "chilli_paste chili_paste jeow paste ແຈ່ວ น้ำพริก"),
    ("chilli", "chilli chili chillies ໝາກເຜັດ พริก ម្ទេស ớt"),
    ("pepper", "pepper peppercorn ພິກໄທ พริกไทย ម្រេច tiêu 0904*"),
    ("sausage", "sausage meatball meat_ball ໄສ້ກອກ ລູກຊີ້ນ ໄສ້ອົ່ວ ไส้กรอก ลูกชิ้น សាច់ក្រក nem giò chả 1601*"),
    ("fish", "fish prawn shrimp squid crab ປາ ກຸ້ງ ปลา กุ้ง ត្រី cá tôm mực 03*"),
    ("meat", "meat beef pork buffalo jerky chicken ຊີ້ນ เนื้อ สាច់ thịt 02* 1602*"),
    ("soap", "soap shampoo lotion ສະບູ สบู่ សាប៊ូ xà_phòng 3401*"),
    ("silver", "silver jewel* ເຄື່ອງເງິນ เครื่องเงิน bạc 7113*"),
    ("pottery", "pottery ceramic* earthenware ເຄື່ອງປັ້ນ เครื่องปั้น gốm 6912* 6913*"),
    ("paper", "paper sa_paper ເຈ້ຍ กระดาษ giấy 48*"),
    ("basket", "basket basketry bamboo rattan wicker weaving ຕິບ ກະຕ່າ ໄມ້ໄຜ່ ຫວາຍ ตะกร้า หวาย ไม้ไผ่ កន្ត្រក tre mây 4602*"),
    ("cotton", "cotton textile shawl scarf scarves sinh cloth clothing fabric ຜ້າ ຝ້າຍ ສິ້ນ ผ้า ฝ้าย ក្រមា vải khăn thổ_cẩm 52* 6214*"),
    ("rice", "rice ເຂົ້າ ข้าว អង្ករ gạo nếp 1006*"),
    ("tea", "tea ໃບຊາ ຊາຂຽວ ຊາປ່າ ຊາແດງ ชาเขียว ใบชา តែ chè trà 0902*"),
    ("juice", "juice milk yoghurt yogurt ນ້ຳໝາກ ນົມ น้ำผลไม้ นม nước_ép sữa 2009*"),
    ("vegetables", "vegetable mushroom garlic onion ginger bamboo_shoot tomato tomatoes potato potatoes kale cabbage ຜັກ ເຫັດ ກະທຽມ ຂີງ ผัก เห็ด กระเทียม បន្លែ ផ្សិត rau nấm tỏi hành 07* 2005*"),
    ("fruit", "fruit orange mandarin mango mangoes pineapple tamarind pomelo plum pear longan coconut jackfruit ໝາກ ผลไม้ มะม่วง ផ្លែ bưởi cam xoài quả trái 08* 2008*"),
    ("herbal", "herb herbal turmeric medicin* balm ສະໝຸນໄພ ຢາ สมุนไพร ឱសថ dược 1211* 3003* 3004*"),
    ("generic-drink", "beverage drink ເຄື່ອງດື່ມ เครื่องดื่ม ភេសជ្ជៈ đồ_uống 22*"),
    ("generic-craft", "handicraft craft souvenir decor* wood stone carving ຫັດຖະກຳ หัตถกรรม សិប្បកម្ម thủ_công mỹ_nghệ"),
)  # fmt: skip


def _pattern(words: str) -> re.Pattern[str]:
    pieces = []
    for word in words.split():
        if unicodedata.name(word[0]).startswith(("LATIN", "DIGIT")):
            ending = r"\w*" if word.endswith("*") else r"s?\b"
            pieces.append(r"\b" + re.escape(word.rstrip("*").replace("_", " ")).replace(r"\ ", r"[\s-]") + ending)
        else:
            pieces.append(re.escape(word))
    return re.compile("|".join(pieces))


PATTERNS = tuple((name, _pattern(words)) for name, words in WORDS)


def known(name: str) -> str:
    """Return the name of a drawing that exists."""
    return name if name in DRAWN else FALLBACK


def address(name: str) -> str:
    """Return where the file lies below the static address."""
    return f"foundation/drawings/{known(name)}.svg"


@cache
def svg(name: str) -> str:
    """Return a drawing as markup to be put inside another picture, for example a map; elsewhere use its address."""
    inner = (FOLDER / f"{known(name)}.svg").read_text().split(">", 1)[1]
    return f'<svg viewBox="0 0 240 240" aria-hidden="true">{inner.strip()}'


def drawing_for(hint: str) -> str:
    """Choose a drawing by words of the product's names, category or customs number."""
    text = unicodedata.normalize("NFC", hint).casefold()
    return next((name for name, pattern in PATTERNS if pattern.search(text)), FALLBACK)


def ground_for(code: str) -> str:
    """Give each product one of the dye tints, the same for ever."""
    return GROUNDS[sum(code.encode()) % len(GROUNDS)]
