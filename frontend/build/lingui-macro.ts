import { transformAsync } from "@babel/core";
import linguiMacroPlugin from "@lingui/babel-plugin-lingui-macro";
import type { Plugin } from "vite";

const SOURCE = /\.tsx?$/;

/** Turns Lingui macros into runtime calls before Vite's own TypeScript step; other files pass untouched. */
export function linguiMacro(): Plugin {
  return {
    name: "kabinet-lingui-macro",
    enforce: "pre",
    async transform(code, id) {
      const [file = id] = id.split("?");
      if (!SOURCE.test(file) || file.includes("node_modules") || !code.includes("@lingui/")) return null;
      const result = await transformAsync(code, {
        filename: file,
        babelrc: false,
        configFile: false,
        sourceMaps: true,
        parserOpts: { plugins: ["typescript", "jsx"] },
        plugins: [linguiMacroPlugin],
      });
      return result?.code ? { code: result.code, map: result.map } : null;
    },
  };
}
