import { readdirSync } from "node:fs";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const features = readdirSync(new URL("./src/features", import.meta.url));

const NO_BARREL = "Import from the file that defines it: re-exports hide where things live.";

const NOT_MARKED = "People read this: put it into <Trans> or t`…`, or nobody can translate it.";
const MARKED = "JSXElement[openingElement.name.name=/^(Trans|Plural|code)$/]";
const READ_ATTRIBUTES = "JSXAttribute[name.name=/^(alt|aria-label|description|label|placeholder|title)$/]";

/** Texts that stand where a reader meets them, with two letters in a row and no mark for the translator. */
const UNMARKED = [
  `JSXText[value=/\\p{L}{2}/u]:not(${MARKED} JSXText)`,
  `JSXExpressionContainer > Literal[value=/\\p{L}{2}/u]:not(JSXAttribute *):not(${MARKED} *)`,
  `${READ_ATTRIBUTES} > Literal[value=/\\p{L}{2}/u]`,
  `${READ_ATTRIBUTES} > JSXExpressionContainer > :matches(Literal[value=/\\p{L}{2}/u], TemplateLiteral[quasis.0.value.raw=/\\p{L}{2}/u])`,
];

/** shared → features → app: a layer imports only what stands to its left, a feature no other feature. */
function layer(files, forbidden, message) {
  return { files, rules: { "no-restricted-imports": ["error", { patterns: [{ group: forbidden, message }] }] } };
}

export default tseslint.config(
  { ignores: ["dist", "node_modules", "src/shared/api/generated.ts"] },
  ...tseslint.configs.recommended,
  reactHooks.configs.flat["recommended-latest"],
  {
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "max-lines": ["error", { max: 250, skipBlankLines: true }],
      "max-lines-per-function": ["error", { max: 80, skipBlankLines: true, skipComments: true }],
      "no-console": ["error", { allow: ["warn", "error"] }],
      "no-restricted-syntax": [
        "error",
        { selector: "ExportAllDeclaration", message: NO_BARREL },
        { selector: "ExportNamedDeclaration[source]", message: NO_BARREL },
        ...UNMARKED.map((selector) => ({ selector, message: NOT_MARKED })),
      ],
    },
  },
  layer(
    ["src/shared/**"],
    ["@/features/*", "@/app/*", "**/features/**", "**/app/**"],
    "shared knows no feature and no app.",
  ),
  ...features.map((name) =>
    layer(
      [`src/features/${name}/**`],
      ["@/app/*", "../*", ...features.filter((other) => other !== name).map((other) => `@/features/${other}/*`)],
      "A feature imports only shared and itself; the app puts features together.",
    ),
  ),
  {
    files: ["src/**/index.{ts,tsx}"],
    rules: { "no-restricted-syntax": ["error", { selector: "Program", message: NO_BARREL }] },
  },
  { files: ["tests/**"], rules: { "max-lines-per-function": "off" } },
  { files: ["build/*.js"], rules: { "no-console": "off" } },
);
