import brand from "../../../../brand/brand.json";

/**
 * The design tokens: the one place where colour, type, spacing, radius and motion are decided.
 * The colours of the brand come from brand/brand.json, which Django reads too.
 * Style sheets read them as custom properties (accentText → --accent-text), antd through antd-theme.ts.
 * Text colours reach 4.5:1 on every surface of their palette; tests/design-tokens.test.ts measures it.
 */
export interface Palette {
  canvas: string;
  surface: string;
  raised: string;
  sunken: string;
  ink: string;
  muted: string;
  line: string;
  lineStrong: string;
  accent: string;
  accentHover: string;
  onAccent: string;
  accentText: string;
  accentSoft: string;
  focus: string;
  steel: string;
  steelRaised: string;
  onSteel: string;
  onSteelMuted: string;
  success: string;
  successSoft: string;
  warning: string;
  warningSoft: string;
  danger: string;
  dangerSoft: string;
  info: string;
  infoSoft: string;
  shadow: string;
  shadowRaised: string;
}

export const light: Palette = {
  ...brand.colours.light,
  canvas: "#f5f4f0",
  surface: "#ffffff",
  raised: "#ffffff",
  sunken: "#eceae4",
  ink: "#16191d",
  muted: "#565d65",
  line: "#dddad2",
  lineStrong: "#8b8b86",
  focus: "#0b5fbf",
  success: "#166b3a",
  successSoft: "#e0f1e5",
  warning: "#8a4f00",
  warningSoft: "#fdf0d5",
  danger: "#b3261e",
  dangerSoft: "#fbe6e3",
  info: "#155a9c",
  infoSoft: "#e2edf8",
  shadow: "0 1px 2px rgb(22 25 29 / 0.06)",
  shadowRaised: "0 8px 28px rgb(22 25 29 / 0.14)",
};

export const dark: Palette = {
  ...brand.colours.dark,
  canvas: "#0f1215",
  surface: "#171b1f",
  raised: "#1e2328",
  sunken: "#0b0d10",
  ink: "#edebe5",
  muted: "#a5acb4",
  line: "#2c3238",
  lineStrong: "#6f7780",
  focus: "#7fbcff",
  success: "#6fd197",
  successSoft: "#12291b",
  warning: "#ffbf52",
  warningSoft: "#33270f",
  danger: "#ff938a",
  dangerSoft: "#371816",
  info: "#86bdf5",
  infoSoft: "#13263a",
  shadow: "0 1px 2px rgb(0 0 0 / 0.4)",
  shadowRaised: "0 8px 28px rgb(0 0 0 / 0.55)",
};

/** What does not change with the theme. Lengths carry their unit; space-N is N quarters of a rem. */
export const scale = {
  fontText: '"Golos Text Variable", "Text Fallback", "Segoe UI", Roboto, Arial, sans-serif',
  fontDisplay: '"Geologica Variable", "Display Fallback", "Segoe UI", Roboto, Arial, sans-serif',
  textXs: "0.75rem",
  textSm: "0.875rem",
  textMd: "1rem",
  textLg: "1.125rem",
  textXl: "1.375rem",
  text2xl: "1.75rem",
  text3xl: "clamp(1.9rem, 1.4rem + 2vw, 2.6rem)",
  textHero: "clamp(2.3rem, 1.3rem + 4.4vw, 4.25rem)",
  space1: "0.25rem",
  space2: "0.5rem",
  space3: "0.75rem",
  space4: "1rem",
  space5: "1.25rem",
  space6: "1.5rem",
  space8: "2rem",
  space12: "3rem",
  space16: "4rem",
  space24: "6rem",
  radiusSm: "4px",
  radiusMd: "8px",
  radiusLg: "14px",
  controlHeight: "44px",
  measure: "68ch",
  page: "76rem",
  motionFast: "120ms",
  motionSlow: "240ms",
  ease: "cubic-bezier(0.2, 0, 0, 1)",
} as const;
