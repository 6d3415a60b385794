import type { Plugin } from "vite";

import { dark, light, scale, type Palette } from "../src/shared/design/tokens.ts";

const NAME = "virtual:tokens.css";
const RESOLVED = `\0${NAME}`;

/** The design tokens as CSS custom properties, so that TypeScript and style sheets read one file. */
export function tokensCss(): Plugin {
  return {
    name: "kabinet-tokens-css",
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load: (id) => (id === RESOLVED ? stylesheet() : undefined),
  };
}

function stylesheet(): string {
  return [
    `:root{${properties(scale)}}:root,[data-theme=light]{color-scheme:light;${properties(light)}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${properties(dark)}}}`,
    `[data-theme=dark]{color-scheme:dark;${properties(dark)}}`,
  ].join("\n");
}

function properties(values: Palette | typeof scale): string {
  return Object.entries(values)
    .map(([name, value]) => `--${propertyName(name)}:${value};`)
    .join("");
}

/** accentText → accent-text, space4 → space-4, text2xl → text-2xl */
function propertyName(token: string): string {
  return token.replace(/[A-Z]|(?<=[a-z])\d/g, (mark) => `-${mark.toLowerCase()}`);
}
