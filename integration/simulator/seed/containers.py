"""What lubricants are packed in."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Container:
    """`units`: base units (l or kg) inside; `tare` kg; `volume` m³ outside; `share`: price against loose goods."""

    name: str
    kind: str
    units: Fraction
    tare: float
    volume: float
    share: float


def container(name: str, kind: str, units: str, tare: float, volume: float, share: float) -> Container:
    return Container(name, kind, Fraction(units), tare, volume, share)


CARTON_12X1 = container("Короб 12 канистр по 1 л", "Упаковка", "12", 1.6, 0.022, 1.30)
CARTON_4X4 = container("Короб 4 канистры по 4 л", "Упаковка", "16", 1.5, 0.027, 1.20)
CARTON_4X5 = container("Короб 4 канистры по 5 л", "Упаковка", "20", 1.7, 0.032, 1.18)
PAIL_18 = container("Ведро 18 л", "ТоварноеМесто", "18", 1.1, 0.024, 1.10)
PAIL_20 = container("Ведро 20 л", "ТоварноеМесто", "20", 1.2, 0.027, 1.10)
DRUM_205 = container("Бочка 205 л", "ТоварноеМесто", "205", 17.0, 0.26, 1.00)
DRUM_208 = container("Бочка 208 л", "ТоварноеМесто", "208", 17.0, 0.26, 1.00)
DRUM_216 = container("Бочка 216,5 л", "ТоварноеМесто", "216.5", 18.0, 0.27, 1.00)
IBC = container("Еврокуб 1000 л", "ТоварноеМесто", "1000", 60.0, 1.40, 0.95)
CARTON_24X04_KG = container("Короб 24 картриджа по 0,4 кг", "Упаковка", "9.6", 1.0, 0.018, 1.45)
PAIL_18_KG = container("Ведро 18 кг", "ТоварноеМесто", "18", 1.2, 0.027, 1.12)
DRUM_180_KG = container("Бочка 180 кг", "ТоварноеМесто", "180", 17.0, 0.26, 1.00)
CARTON_24X05 = container("Короб 24 флакона по 0,5 л", "Упаковка", "12", 0.9, 0.017, 1.40)

CARS = (CARTON_12X1, CARTON_4X4, PAIL_20, DRUM_208)
TRUCKS = (CARTON_4X5, PAIL_20, DRUM_208, IBC)
PLANTS = (PAIL_18, DRUM_205, DRUM_216, IBC)
BULKY = (DRUM_205, IBC)
GREASES = (CARTON_24X04_KG, PAIL_18_KG, DRUM_180_KG)
FLUIDS = (CARTON_4X5, DRUM_205, IBC)
BOTTLES = (CARTON_24X05,)
