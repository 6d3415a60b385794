// @vitest-environment node
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { generateEndpoints } from "@rtk-query/codegen-openapi";
import { createRequire } from "node:module";
import { format } from "prettier";
import { expect, it } from "vitest";

const FRONTEND = resolve(import.meta.dirname, "..");
const require = createRequire(import.meta.url);

it("the API client is what the schema makes of it: if not, run `npm run api`", async () => {
  const { outputFile, schemaFile, ...options } = require("../openapi-codegen.config.cjs");
  const made = await generateEndpoints({ ...options, schemaFile: resolve(FRONTEND, schemaFile) });
  const kept = readFileSync(resolve(FRONTEND, outputFile), "utf8");
  const plain = (source: string) => format(source.replace(/^import .*$/m, ""), { parser: "typescript" });
  expect((await plain(String(made))) === (await plain(kept))).toBe(true);
});
