"""The product families: a family times its grades times its variants gives the products."""

from dataclasses import dataclass

from integration.simulator.seed import containers
from integration.simulator.seed.containers import Container

BRAND = "TENGRI"

# Folder of the catalogue → its parent and what it says of its goods.
FOLDERS = {
    "Масла": (None, ""),
    "Смазки": (None, ""),
    "Технические жидкости": (None, ""),
    "Моторные масла": ("Масла", "Защищает двигатель от износа и отложений, держит вязкость до замены."),
    "Трансмиссионные масла": ("Масла", "Для коробок передач и мостов: противозадирные присадки, плавное включение."),
    "Гидравлические масла": (
        "Масла",
        "Для гидросистем станков и техники: фильтруется, не пенится, не вредит уплотнениям.",
    ),
    "Индустриальные масла": ("Масла", "Для редукторов, направляющих и оборудования под нагрузкой."),
    "Компрессорные масла": ("Масла", "Мало нагара и лака в компрессоре, легко отделяет воду."),
    "Турбинные масла": ("Масла", "Стойко к окислению, быстро отделяет воду и воздух."),
    "Базовые масла": ("Масла", "Основа для производства смазочных материалов."),
    "Пластичные смазки": ("Смазки", "Держится в узле под нагрузкой, водой и вибрацией."),
    "Охлаждающие жидкости": (
        "Технические жидкости",
        "Отводит тепло и защищает металлы системы охлаждения от коррозии.",
    ),
    "Тормозные жидкости": (
        "Технические жидкости",
        "Высокая температура кипения, совместима с уплотнениями тормозной системы.",
    ),
}


@dataclass(frozen=True)
class Family:
    """`price`: US dollars per base unit, loose; `density`: kg per base unit."""

    folder: str
    code: str
    line: str
    title: str
    grades: str  # separated by |
    variants: str  # separated by |
    price: float
    packed: tuple[Container, ...]
    density: float = 0.87
    unit: str = "л"

    def products(self) -> list[tuple[str, str]]:
        return [(grade, variant) for grade in self.grades.split("|") for variant in self.variants.split("|")]


FAMILIES = (
    Family(
        "Моторные масла", "TU", "Ultra", "Масло моторное синтетическое",
        "0W-16|0W-20|0W-30|0W-40|5W-20|5W-30|5W-40|5W-50|10W-60",
        "API SP ILSAC GF-6A|API SP-RC|ACEA C3|ACEA C5|ACEA A3/B4|ACEA A5/B5|VW 504/507|MB 229.52|BMW LL-04|dexos1",
        5.4, containers.CARS, 0.85,
    ),
    Family(
        "Моторные масла", "TC", "Comfort", "Масло моторное полусинтетическое",
        "5W-20|5W-30|5W-40|10W-30|10W-40",
        "API SP|API SN/CF|API SN PLUS|ACEA C3|ACEA A3/B4|VW 502/505|MB 229.5|dexos2",
        3.9, containers.CARS, 0.86,
    ),
    Family(
        "Моторные масла", "TS", "Standard", "Масло моторное минеральное", "10W-30|10W-40|15W-40|20W-50",
        "API SL/CF|API SJ/CF|API SG/CD", 2.6, containers.CARS, 0.88,
    ),
    Family(
        "Моторные масла", "TH", "Hybrid", "Масло моторное для гибридов", "0W-8|0W-12|0W-16|0W-20",
        "ILSAC GF-6B|JASO GLV-1", 6.8, containers.CARS, 0.84,
    ),
    Family(
        "Моторные масла", "TD", "Diesel Pro", "Масло моторное дизельное синтетическое",
        "5W-30|5W-40|10W-30|10W-40|15W-40|20W-50",
        "API CK-4|API CJ-4|API CI-4|API FA-4|ACEA E6|ACEA E9|MB 228.51|Volvo VDS-4.5|MAN M3677",
        3.7, containers.TRUCKS,
    ),
    Family(
        "Моторные масла", "DS", "Diesel", "Масло моторное дизельное", "10W-40|15W-40|20W-50|SAE 30|SAE 40|SAE 50",
        "API CF-4|API CF|API CI-4", 2.4, containers.TRUCKS, 0.89,
    ),
    Family(
        "Моторные масла", "GE", "Gas Engine", "Масло для газовых двигателей", "SAE 40|15W-40",
        "малозольное|среднезольное|высокозольное", 3.3, containers.PLANTS, 0.88,
    ),
    Family(
        "Моторные масла", "MR", "Marine", "Масло моторное судовое", "SAE 30|SAE 40|SAE 50",
        "TBN 12|TBN 20|TBN 30|TBN 40",
        3.0, containers.BULKY, 0.9,
    ),
    Family(
        "Моторные масла", "M4", "Moto 4T", "Масло для мототехники", "10W-30|10W-40|10W-50|15W-50|20W-50",
        "JASO MA|JASO MA2|JASO MB", 6.1, (containers.CARTON_12X1,), 0.86,
    ),
    Family(
        "Моторные масла", "M2", "Moto 2T", "Масло для двухтактных двигателей", "2T", "API TC|JASO FD|NMMA TC-W3",
        4.2, (containers.CARTON_12X1, containers.PAIL_20), 0.87,
    ),
    Family(
        "Трансмиссионные масла", "G4", "Gear GL-4", "Масло трансмиссионное",
        "75W-80|75W-85|75W-90|80W-85|80W-90|85W-90",
        "API GL-4|API GL-4+", 3.6, containers.TRUCKS, 0.89,
    ),
    Family(
        "Трансмиссионные масла", "G5", "Gear GL-5", "Масло трансмиссионное",
        "75W-90|75W-140|80W-90|80W-140|85W-90|85W-140|SAE 90|SAE 140", "API GL-5|API GL-5 LSD|API MT-1",
        3.8, containers.TRUCKS, 0.9,
    ),
    Family(
        "Трансмиссионные масла", "AT", "ATF", "Жидкость для автоматических трансмиссий", "ATF",
        "Dexron II D|Dexron III H|Dexron VI|Mercon V|Type T-IV|Toyota WS|CVT|DCT|Honda Z1|SP-IV",
        5.2, containers.CARS, 0.85,
    ),
    Family(
        "Трансмиссионные масла", "UT", "Agro", "Масло тракторное универсальное", "10W-30|15W-40|80W", "UTTO|STOU|TO-4",
        3.1, containers.TRUCKS, 0.88,
    ),
    Family(
        "Трансмиссионные масла", "DT", "Drive Train", "Масло для трансмиссий карьерной техники",
        "SAE 10W|SAE 30|SAE 50|SAE 60", "CAT TO-4|CAT TO-4M", 3.2, containers.TRUCKS, 0.89,
    ),
    Family(
        "Гидравлические масла", "HL", "Hydraulic HLP", "Масло гидравлическое",
        "ISO VG 10|ISO VG 15|ISO VG 22|ISO VG 32|ISO VG 46|ISO VG 68|ISO VG 100|ISO VG 150",
        "HLP|HLPD|HLP бесцинковое|HLP Premium", 1.9, containers.PLANTS,
    ),
    Family(
        "Гидравлические масла", "HV", "Hydraulic HVLP", "Масло гидравлическое всесезонное",
        "ISO VG 15|ISO VG 22|ISO VG 32|ISO VG 46|ISO VG 68|ISO VG 100", "HVLP|HVLPD|HVLP Arctic", 2.3,
        containers.PLANTS,
    ),
    Family(
        "Гидравлические масла", "HF", "Hydraulic Safe", "Жидкость гидравлическая негорючая", "ISO VG 46|ISO VG 68",
        "HFC|HFDU", 4.9, containers.BULKY, 1.05,
    ),
    Family(
        "Гидравлические масла", "HB", "Hydraulic Bio", "Масло гидравлическое биоразлагаемое",
        "ISO VG 32|ISO VG 46|ISO VG 68", "HEES", 5.6, containers.PLANTS, 0.92,
    ),
    Family(
        "Индустриальные масла", "RD", "Reductor", "Масло редукторное",
        "ISO VG 68|ISO VG 100|ISO VG 150|ISO VG 220|ISO VG 320|ISO VG 460|ISO VG 680|ISO VG 1000",
        "CLP|CLP PAO|CLP PG", 2.8, containers.PLANTS, 0.89,
    ),
    Family(
        "Индустриальные масла", "SW", "Slideway", "Масло для направляющих", "ISO VG 32|ISO VG 68|ISO VG 150|ISO VG 220",
        "CGLP|CGLP X", 2.5, containers.PLANTS,
    ),
    Family(
        "Индустриальные масла", "SP", "Spindle", "Масло шпиндельное", "ISO VG 2|ISO VG 5|ISO VG 10|ISO VG 22", "FD",
        2.7, containers.PLANTS, 0.84,
    ),
    Family(
        "Индустриальные масла", "TT", "Therm", "Масло-теплоноситель", "ISO VG 22|ISO VG 32|ISO VG 46",
        "минеральное|синтетическое", 2.9, containers.BULKY,
    ),
    Family(
        "Индустриальные масла", "TR", "Volt", "Масло трансформаторное", "ISO VG 10", "ГК|Т-1500У|ВГ", 2.1,
        containers.BULKY,
    ),
    Family(
        "Индустриальные масла", "MW", "Cut", "Жидкость смазочно-охлаждающая", "эмульсол|чистое масло",
        "для стали|для алюминия|для чугуна|универсальная", 3.4, containers.PLANTS, 0.94,
    ),
    Family(
        "Индустриальные масла", "CH", "Chain", "Масло цепное", "ISO VG 68|ISO VG 150|ISO VG 220|ISO VG 320",
        "PAO|Ester",
        4.4, containers.PLANTS, 0.92,
    ),
    Family(
        "Индустриальные масла", "PM", "Paper", "Масло для бумагоделательных машин", "ISO VG 150|ISO VG 220|ISO VG 320",
        "минеральное|PAO", 3.0, containers.BULKY, 0.89,
    ),
    Family(
        "Индустриальные масла", "RK", "Rock Drill", "Масло для пневмоинструмента",
        "ISO VG 46|ISO VG 100|ISO VG 150|ISO VG 220|ISO VG 320", "EP", 2.6, containers.PLANTS, 0.89,
    ),
    Family(
        "Индустриальные масла", "FG", "Food", "Масло с пищевым допуском",
        "ISO VG 32|ISO VG 46|ISO VG 68|ISO VG 220|ISO VG 320|ISO VG 460",
        "NSF H1", 6.3, containers.PLANTS, 0.85,
    ),
    Family(
        "Компрессорные масла", "CP", "Compressor", "Масло компрессорное",
        "ISO VG 32|ISO VG 46|ISO VG 68|ISO VG 100|ISO VG 150", "VDL|VCL|VDL PAO|VDL Ester", 2.9, containers.PLANTS,
    ),
    Family(
        "Компрессорные масла", "RF", "Frost", "Масло холодильное", "ISO VG 32|ISO VG 46|ISO VG 68|ISO VG 100",
        "минеральное|POE|PAO", 7.2, containers.PLANTS, 0.95,
    ),
    Family(
        "Компрессорные масла", "VC", "Vacuum", "Масло вакуумное", "ISO VG 68|ISO VG 100", "VM|VM PAO", 3.8,
        containers.PLANTS,
    ),
    Family(
        "Компрессорные масла", "GC", "Gas Compressor", "Масло для газовых компрессоров",
        "ISO VG 68|ISO VG 100|ISO VG 150", "PAG|PAO", 5.9, containers.BULKY, 0.95,
    ),
    Family(
        "Турбинные масла", "TB", "Turbine", "Масло турбинное", "ISO VG 32|ISO VG 46|ISO VG 68|ISO VG 100",
        "TD|TD EP|GT", 2.7, containers.BULKY, 0.86,
    ),
    Family(
        "Пластичные смазки", "GL", "Grease Li", "Смазка литиевая", "NLGI 00|NLGI 0|NLGI 1|NLGI 2|NLGI 3",
        "Li|Li-12OH|Li EP|Li MoS2", 3.4, containers.GREASES, 1.0, "кг",
    ),
    Family(
        "Пластичные смазки", "GX", "Grease LX", "Смазка комплексная литиевая", "NLGI 0|NLGI 1|NLGI 2|NLGI 3",
        "LX|LX EP|LX MoS2", 4.6, containers.GREASES, 1.0, "кг",
    ),
    Family(
        "Пластичные смазки", "GS", "Grease Sulfonate", "Смазка сульфонатная", "NLGI 0|NLGI 1|NLGI 2", "CSX|CSX HT",
        6.4, containers.GREASES, 1.0, "кг",
    ),
    Family(
        "Пластичные смазки", "GP", "Grease Polyurea", "Смазка полимочевинная", "NLGI 1|NLGI 2", "PU|PU HT",
        7.1, containers.GREASES, 1.0, "кг",
    ),
    Family(
        "Пластичные смазки", "GA", "Grease Alumina", "Смазка алюминиевая", "NLGI 0|NLGI 1|NLGI 2", "AX|AX H1",
        6.9, containers.GREASES, 1.0, "кг",
    ),
    Family(
        "Пластичные смазки", "GF", "Grease Arctic", "Смазка морозостойкая", "NLGI 0|NLGI 1|NLGI 2", "Li PAO|LX PAO",
        8.3, containers.GREASES, 1.0, "кг",
    ),
    Family(
        "Охлаждающие жидкости", "AF", "Coolant", "Антифриз", "концентрат|минус 30|минус 40|минус 65",
        "G11|G12+|G12++|G13|OAT|HD", 1.8, containers.FLUIDS, 1.08,
    ),
    Family(
        "Тормозные жидкости", "BF", "Brake", "Жидкость тормозная", "DOT 3|DOT 4|DOT 4 LV|DOT 5.1", "FMVSS 116",
        4.8, containers.BOTTLES, 1.06,
    ),
    Family(
        "Базовые масла", "BO", "Base", "Масло базовое", "SN 150|SN 500|100N|150N|250N|500N|4 cSt|6 cSt|8 cSt",
        "группа I–III",
        1.2, containers.BULKY, 0.87,
    ),
)  # fmt: skip

# Segment (assortment) → the folders whose goods belong to it.
SEGMENTS = {
    "Легковой транспорт": ("Моторные масла", "Охлаждающие жидкости", "Тормозные жидкости"),
    "Коммерческий транспорт и спецтехника": ("Моторные масла", "Трансмиссионные масла", "Пластичные смазки"),
    "Промышленные предприятия": (
        "Гидравлические масла",
        "Индустриальные масла",
        "Компрессорные масла",
        "Турбинные масла",
    ),
    "Горнодобывающая отрасль": ("Трансмиссионные масла", "Гидравлические масла", "Пластичные смазки"),
    "Смазки и технические жидкости": ("Пластичные смазки", "Охлаждающие жидкости", "Тормозные жидкости"),
    "Энергетика": ("Турбинные масла", "Компрессорные масла", "Базовые масла"),
}
