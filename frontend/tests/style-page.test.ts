import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

const read = (folder: string) => {
  const at = join(import.meta.dirname, "../src", folder);
  const files = readdirSync(at).filter((file) => file.endsWith(".tsx"));
  return files.map((file) => readFileSync(join(at, file), "utf8")).join("\n");
};

/** Components are the exported functions whose names begin with a capital. */
const components = (source: string) => [...source.matchAll(/^export function ([A-Z]\w+)/gm)].map(([, name]) => name!);

describe("the style page", () => {
  const page = read("app/style");

  it.each(["shared/ui", "shared/table", "shared/exchange"].flatMap((folder) => components(read(folder))))(
    "shows %s",
    (name) => expect(page).toMatch(new RegExp(`<${name}[\\s/>]`)),
  );

  it("shows every sample it has", () => {
    const samples = components(read("app/style")).filter((name) => !["StylePage", "Sample", "State"].includes(name));
    for (const name of samples) expect(page).toContain(`<${name} />`);
  });
});
