"""What is on each cover, and the two colours behind it."""

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, pi, sin

from content.demo.covers.canvas import AMBER, GOLD, GRAPHITE, HONEY, ICE, PAPER, STEEL, Canvas, Point

CENTRE = (1000.0, 450.0)


@dataclass(frozen=True)
class Motif:
    draw: Callable[[Canvas], None]
    top: str
    bottom: str


def frost(canvas: Canvas) -> None:
    canvas.glow((1080, 330), 420, ICE, 0.35)
    canvas.polygon([(300, 900), (760, 430), (1010, 690), (1240, 480), (1700, 900)], "#31465a", 0.9)
    canvas.polygon([(640, 553), (760, 430), (880, 555), (800, 535), (750, 590), (700, 530)], PAPER, 0.9)
    canvas.polygon([(1160, 553), (1240, 480), (1330, 562), (1255, 548), (1210, 580)], PAPER, 0.85)
    canvas.polygon([(-50, 900), (330, 620), (720, 900)], STEEL, 0.75)
    for turn in range(6):
        _frost_arm(canvas, (1080, 270), turn * pi / 3)
    canvas.drop((1080, 280), 92, GOLD)


def _frost_arm(canvas: Canvas, centre: Point, angle: float) -> None:
    def along(distance: float, turn: float = 0, start: Point = centre) -> Point:
        return (start[0] + distance * cos(angle + turn), start[1] + distance * sin(angle + turn))

    canvas.line([along(70), along(205)], 9, PAPER)
    for distance in (110, 150):
        start = along(distance)
        for turn in (-pi / 4, pi / 4):
            canvas.line([start, along(52, turn, start)], 7, PAPER)


def screen(canvas: Canvas) -> None:
    canvas.glow((960, 420), 520, AMBER, 0.22)
    canvas.box((560, 150), (1360, 680), GRAPHITE, radius=28)
    canvas.box((584, 174), (1336, 656), PAPER, radius=14)
    canvas.box((584, 174), (760, 656), STEEL, radius=14)
    canvas.drop((640, 236), 54, AMBER)
    for at, width in enumerate((96, 72, 88, 60)):
        canvas.box((614, 300 + at * 52), (614 + width, 316 + at * 52), PAPER, 0.45 if at else 0.9, radius=8)
    for at, state in enumerate((AMBER, "#166b3a", "#155a9c")):
        top = 214 + at * 142
        canvas.box((792, top), (1304, top + 118), "#ffffff", radius=14)
        canvas.box((820, top + 26), (1060, top + 44), STEEL, 0.8, radius=8)
        canvas.box((820, top + 64), (980, top + 78), STEEL, 0.3, radius=7)
        canvas.box((1150, top + 36), (1276, top + 78), state, radius=21)
    canvas.polygon([(880, 680), (1040, 680), (1070, 760), (850, 760)], GRAPHITE)
    canvas.box((780, 756), (1140, 776), GRAPHITE, radius=10)


def tanks(canvas: Canvas) -> None:
    canvas.glow((1000, 700), 600, AMBER, 0.25)
    for left, top, width, level in (
        (430, 380, 230, 0.45),
        (700, 250, 270, 0.7),
        (1010, 330, 230, 0.3),
        (1280, 420, 210, 0.6),
    ):
        _tank(canvas, left, top, width, level)
    canvas.line([(545, 380), (545, 230), (835, 230), (835, 250)], 16, PAPER, 0.8)
    canvas.line([(835, 230), (1385, 230), (1385, 420)], 16, PAPER, 0.8)
    canvas.box((380, 788), (1540, 806), PAPER, 0.25, radius=9)


def _tank(canvas: Canvas, left: float, top: float, width: float, level: float) -> None:
    bottom = 788
    canvas.box((left, top), (left + width, bottom), GRAPHITE, radius=34)
    canvas.box((left + 14, top + 14), (left + width * 0.3, bottom - 14), PAPER, 0.1, radius=24)
    canvas.box((left + width - 62, top + 60), (left + width - 30, bottom - 50), STEEL, radius=16)
    filled = bottom - 50 - (bottom - top - 110) * level
    canvas.box((left + width - 62, filled), (left + width - 30, bottom - 50), AMBER, radius=16)


def circle(canvas: Canvas) -> None:
    canvas.glow((960, 450), 480, GOLD, 0.3)
    for at in range(7):
        angle = at * 2 * pi / 7 - pi / 2
        centre = (960 + 215 * cos(angle), 450 + 215 * sin(angle))
        canvas.line([(960, 450), centre], 5, PAPER, 0.35)
        canvas.circle(centre, 88, AMBER if at % 2 else PAPER, 0.82 if at % 2 else 0.9)
        canvas.circle((centre[0], centre[1] - 22), 24, STEEL)
        canvas.arc((centre[0], centre[1] + 62), 46, 46, (190, 350), STEEL)
    canvas.circle((960, 450), 96, STEEL)
    canvas.drop((960, 468), 118, GOLD)


def badge(canvas: Canvas) -> None:
    canvas.glow((980, 430), 460, AMBER, 0.35)
    points = []
    for at in range(48):
        radius = 285 if at % 2 else 258
        points.append((980 + radius * cos(at * pi / 24), 430 + radius * sin(at * pi / 24)))
    canvas.polygon([(840, 620), (780, 850), (890, 800), (950, 880), (990, 640)], HONEY)
    canvas.polygon([(1120, 620), (1180, 850), (1070, 800), (1010, 880), (970, 640)], "#a86206")
    canvas.polygon(points, AMBER)
    canvas.circle((980, 430), 212, STEEL)
    canvas.ring((980, 430), 190, 6, GOLD, 0.8)
    canvas.drop((980, 462), 210, GOLD)
    canvas.line([(930, 470), (968, 508), (1036, 428)], 22, STEEL)


def warehouse(canvas: Canvas) -> None:
    canvas.polygon([(380, 330), (960, 130), (1540, 330), (1540, 372), (380, 372)], PAPER, 0.9)
    canvas.box((410, 372), (1510, 820), GRAPHITE)
    for shelf in range(3):
        top = 410 + shelf * 138
        for at in range(7):
            _goods(canvas, 450 + at * 150, top, (shelf + at) % 3)
        canvas.box((430, top + 110), (1490, top + 122), AMBER)
    for left in (430, 780, 1130, 1480):
        canvas.box((left, 395), (left + 10, 820), PAPER, 0.5)


def _goods(canvas: Canvas, left: float, top: float, kind: int) -> None:
    if kind == 0:
        canvas.box((left, top + 16), (left + 66, top + 110), "#155a9c", radius=9)
        canvas.box((left, top + 46), (left + 66, top + 54), STEEL, 0.35)
        canvas.box((left, top + 76), (left + 66, top + 84), STEEL, 0.35)
    elif kind == 1:
        canvas.box((left - 8, top + 40), (left + 92, top + 110), "#b98a4d", radius=5)
        canvas.box((left + 34, top + 40), (left + 50, top + 110), PAPER, 0.4)
    else:
        for at in range(2):
            canvas.box((left + at * 46, top + 44), (left + 38 + at * 46, top + 110), PAPER, radius=8)
            canvas.drop((left + 19 + at * 46, top + 84), 30, AMBER)


def canister(canvas: Canvas) -> None:
    canvas.glow((960, 470), 480, GOLD, 0.35)
    body = [(760, 290), (1010, 250), (1090, 250), (1150, 320), (1150, 790), (1120, 815), (790, 815), (760, 785)]
    canvas.polygon(body, PAPER)
    canvas.polygon([(760, 290), (860, 274), (860, 815), (790, 815), (760, 785)], "#ffffff", 0.8)
    canvas.box((1014, 176), (1096, 256), AMBER, radius=12)
    for at in range(4):
        canvas.box((1026 + at * 18, 186), (1032 + at * 18, 246), HONEY, 0.5, radius=3)
    canvas.line([(812, 345), (812, 306), (968, 284), (968, 340)], 24, STEEL, 0.85)
    canvas.polygon([(760, 470), (1150, 430), (1150, 650), (760, 690)], AMBER)
    canvas.drop((958, 582), 150, STEEL)
    canvas.arc((958, 572), 26, 8, (30, 150), GOLD)
    canvas.drop((1300, 720), 74, GOLD)
    canvas.drop((1370, 620), 44, GOLD, 0.7)


def flask(canvas: Canvas) -> None:
    canvas.glow((980, 560), 460, AMBER, 0.4)
    canvas.polygon(
        [(905, 190), (1055, 190), (1055, 420), (1270, 770), (1245, 815), (715, 815), (690, 770), (905, 420)], ICE, 0.28
    )
    canvas.polygon(
        [(829, 585), (900, 602), (1000, 574), (1131, 592), (1226, 750), (1208, 785), (752, 785), (734, 750)], AMBER
    )
    canvas.polygon(
        [(829, 585), (900, 602), (1000, 574), (1131, 592), (1142, 612), (1000, 596), (900, 622), (818, 604)], GOLD
    )
    canvas.box((885, 170), (1075, 204), PAPER, 0.9, radius=17)
    canvas.line([(905, 204), (905, 420), (690, 770)], 10, PAPER, 0.85)
    canvas.line([(1055, 204), (1055, 420), (1270, 770)], 10, PAPER, 0.85)
    for x, y, radius in ((900, 690, 26), (1010, 660, 16), (1080, 720, 30), (960, 740, 14), (850, 750, 12)):
        canvas.circle((x, y), radius, PAPER, 0.35)
    for at in range(5):
        canvas.box((1000, 470 + at * 44), (1040 + (at % 2) * 26, 476 + at * 44), PAPER, 0.7)


def cycle(canvas: Canvas) -> None:
    canvas.glow((980, 450), 460, "#6fd197", 0.28)
    for start, colour in ((205, PAPER), (25, AMBER)):
        canvas.arc((980, 450), 290, 54, (start, start + 130), colour)
        _arrow_head(canvas, (980, 450), 263, start + 130, colour)
    canvas.drop((980, 490), 280, GOLD)
    canvas.arc((980, 490), 66, 14, (20, 95), PAPER, 0.75)


def _arrow_head(canvas: Canvas, centre: Point, radius: float, degrees: float, colour: str) -> None:
    def at(distance: float, turn: float) -> Point:
        angle = (degrees + turn) * pi / 180
        return (centre[0] + distance * cos(angle), centre[1] + distance * sin(angle))

    canvas.polygon([at(radius - 62, -1), at(radius + 62, -1), at(radius, 24)], colour)


def rails(canvas: Canvas) -> None:
    canvas.glow((960, 400), 420, GOLD, 0.5)
    canvas.circle((960, 390), 118, GOLD)
    canvas.polygon([(250, 560), (560, 330), (760, 470), (1000, 290), (1260, 480), (1420, 390), (1700, 560)], "#3d3346")
    canvas.polygon([(-20, 560), (1620, 560), (1620, 920), (-20, 920)], STEEL)
    for at in range(12):
        depth = (at + 1) ** 1.9
        y, half = 566 + depth * 2.95, 26 + depth * 3.5
        canvas.box((960 - half, y), (960 + half, y + 4 + at * 1.6), HONEY, 0.9, radius=3)
    for side in (-1, 1):
        outer, inner = 960 + side * 300, 960 + side * 268
        canvas.polygon([(960 + side * 12, 560), (960 + side * 16, 560), (outer, 900), (inner, 900)], PAPER, 0.9)


MOTIFS = {
    "frost": Motif(frost, "#1b2a3a", "#5b7c94"),
    "screen": Motif(screen, "#14171b", "#3a3f47"),
    "tanks": Motif(tanks, "#14171b", "#4a3a1c"),
    "circle": Motif(circle, "#1c2b2e", "#2f5d62"),
    "badge": Motif(badge, "#17191d", "#4b3512"),
    "warehouse": Motif(warehouse, "#20303f", "#47708c"),
    "canister": Motif(canister, "#22272d", "#6b7680"),
    "flask": Motif(flask, "#101b2a", "#27506b"),
    "cycle": Motif(cycle, "#12211a", "#2d6147"),
    "rails": Motif(rails, "#2a1f33", "#d9822b"),
}
