import { describe, expect, it } from "vitest";

import { dark, light, type Palette } from "@/shared/design/tokens";

const AA_TEXT = 4.5;
const AA_GRAPHIC = 3;

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [bright = 0, dim = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (bright + 0.05) / (dim + 0.05);
}

const SURFACES = ["canvas", "surface", "raised", "sunken"] as const;
const PAIRS: [keyof Palette, keyof Palette][] = [
  ...(["ink", "muted", "accentText"] as const).flatMap((text) =>
    SURFACES.map((surface): [keyof Palette, keyof Palette] => [text, surface]),
  ),
  ["onAccent", "accent"],
  ["onAccent", "accentHover"],
  ["onSteel", "steel"],
  ["onSteelMuted", "steel"],
  ["onSteelMuted", "steelRaised"],
  ["accentText", "accentSoft"],
  ["success", "successSoft"],
  ["warning", "warningSoft"],
  ["danger", "dangerSoft"],
  ["info", "infoSoft"],
  ["ink", "accentSoft"],
  ["ink", "successSoft"],
  ["ink", "warningSoft"],
  ["ink", "dangerSoft"],
  ["ink", "infoSoft"],
  ["success", "surface"],
  ["danger", "surface"],
  ["warning", "surface"],
];

describe.each([
  ["light", light],
  ["dark", dark],
])("the %s palette", (_name, palette) => {
  it.each(PAIRS)("%s is readable on %s", (text, surface) =>
    expect(contrast(palette[text], palette[surface])).toBeGreaterThanOrEqual(AA_TEXT),
  );

  it("shows the edges of controls and the focus", () => {
    for (const surface of ["canvas", "surface"] as const) {
      expect(contrast(palette.lineStrong, palette[surface])).toBeGreaterThanOrEqual(AA_GRAPHIC);
      expect(contrast(palette.focus, palette[surface])).toBeGreaterThanOrEqual(AA_GRAPHIC);
    }
  });
});
