import react from "@vitejs/plugin-react";
import { lingui } from "@lingui/vite-plugin";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

import { linguiMacro } from "./build/lingui-macro.ts";
import { tokensCss } from "./build/tokens-css.ts";

const PORTAL = process.env.PORTAL_URL ?? "http://localhost:8000";
/** The portal trusts forms of its own origin only; the development server speaks in its name. */
const toPortal = { target: PORTAL, changeOrigin: true, headers: { origin: PORTAL } };
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Django serves the build under /static/app/ and finds the hashed names in the manifest. */
export default defineConfig(({ command }) => ({
  base: command === "build" ? "/static/app/" : "/",
  plugins: [linguiMacro(), lingui({ failOnMissing: true, failOnCompileError: true }) as Plugin[], tokensCss(), react()],
  resolve: { alias: { "@": here("./src"), "@locale": here("../locale") } },
  build: {
    outDir: "dist/app",
    manifest: true,
    assetsInlineLimit: 0,
    rolldownOptions: { input: here("./src/main.tsx") },
  },
  server: {
    proxy: Object.fromEntries(["/api", "/media", "/static", "/admin"].map((path) => [path, toPortal])),
    fs: { allow: [here(".."), here(".")] },
  },
  test: { environment: "jsdom", include: ["tests/**/*.test.{ts,tsx}"], setupFiles: ["tests/setup.ts"], css: false },
}));
