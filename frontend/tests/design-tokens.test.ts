import { describe, expect, it } from "vitest";

import { contrast } from "@/shared/design/contrast";
import { dark, light, type Palette } from "@/shared/design/tokens";

const AA_TEXT = 4.5;
const AA_GRAPHIC = 3;

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
