import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const APP = fileURLToPath(new URL("../dist/app/", import.meta.url));
const KB = 1000;

/** Screens by the module their route loads; kB of gzipped script before the screen is interactive. */
const SCREENS = [
  { name: "public page", budget: 180, modules: ["src/main.tsx"] },
  { name: "sign-in", budget: 180, modules: ["src/main.tsx", "src/features/session/sign-in-page.tsx"] },
  ...[
    ["catalogue", "src/app/cabinet/catalog-route.tsx"],
    ["product", "src/app/cabinet/product-route.tsx"],
    ["new order", "src/app/cabinet/new-order-route.tsx"],
    ["orders", "src/features/ordering/orders-page.tsx"],
    ["order", "src/app/cabinet/order-route.tsx"],
    ["security", "src/features/account/security-page.tsx"],
  ].map(([name, route]) => ({
    name,
    budget: 400,
    modules: ["src/main.tsx", "src/app/cabinet/cabinet-shell.tsx", "src/app/cabinet/locales/ru.ts", route],
  })),
];

const LANGUAGES = ["ru", "en", "kk"];

const manifest = JSON.parse(readFileSync(`${APP}.vite/manifest.json`, "utf8"));

/** A module with everything it imports statically: what must be there before it can run. */
function closure(module, seen = new Set()) {
  const chunk = manifest[module];
  if (!chunk) throw new Error(`${module} is not in the manifest: name the screen's route anew in build/size.js`);
  if (seen.has(module)) return seen;
  seen.add(module);
  for (const imported of chunk.imports ?? []) closure(imported, seen);
  return seen;
}

const gzipped = new Map();

function size(file) {
  if (!gzipped.has(file)) gzipped.set(file, gzipSync(readFileSync(APP + file), { level: 6 }).length);
  return gzipped.get(file);
}

/** The heaviest of the languages counts: one reader loads one catalogue. */
function catalogue() {
  return Math.max(...LANGUAGES.map((language) => size(manifest[`../locale/${language}/LC_MESSAGES/frontend.po`].file)));
}

function measure({ modules }) {
  const chunks = new Set(modules.flatMap((module) => [...closure(module)]));
  return [...chunks].reduce((total, chunk) => total + size(manifest[chunk].file), catalogue()) / KB;
}

let failed = 0;
for (const screen of SCREENS) {
  const measured = measure(screen);
  const over = measured > screen.budget;
  failed += over ? 1 : 0;
  console.log(
    `${over ? "OVER" : "ok  "} ${screen.name.padEnd(12)} ${measured.toFixed(1).padStart(6)} kB of ${screen.budget} kB gzip`,
  );
}
console.log(`${SCREENS.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
