import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { setupI18n } from "@lingui/core";
import { beforeAll, describe, expect, it } from "vitest";

import { messages as en } from "@locale/en/LC_MESSAGES/frontend.po";
import { messages as kk } from "@locale/kk/LC_MESSAGES/frontend.po";
import { messages as ru } from "@locale/ru/LC_MESSAGES/frontend.po";

const CATALOGUES = { en, ru, kk };
const entries = (language: string) => {
  const file = resolve(import.meta.dirname, `../../locale/${language}/LC_MESSAGES/frontend.po`);
  return readFileSync(file, "utf8").split("\n\n").slice(1).filter(Boolean);
};

/** Placeholders of a message, to be found in its translation as well. */
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}|#/g) ?? [])].sort();

describe.each(["ru", "kk"])("the %s catalogue", (language) => {
  const all = entries(language);

  it("translates every message", () => {
    expect(all.length).toBeGreaterThan(200);
    expect(all.filter((entry) => /^msgstr(\[\d\])? ""$/m.test(entry))).toEqual([]);
  });

  it("keeps every placeholder", () => {
    const broken = all.filter((entry) => {
      const [, id = ""] = /^msgid "(.*)"$/m.exec(entry) ?? [];
      return [...entry.matchAll(/^msgstr(?:\[\d\])? "(.*)"$/gm)].some(
        ([, said = ""]) => placeholders(id).join() !== placeholders(said).join(),
      );
    });
    expect(broken).toEqual([]);
  });

  it("has the messages of the source, no more and no less", () => {
    expect(Object.keys(CATALOGUES[language as "ru"]).sort()).toEqual(Object.keys(en).sort());
  });
});

describe("plurals", () => {
  const pluralId = Object.entries(en).find(([, said]) => JSON.stringify(said).includes("items"))?.[0] ?? "";
  const i18n = setupI18n({ messages: CATALOGUES });
  const say = (locale: string, count: number) => {
    i18n.activate(locale);
    return i18n._(pluralId, { count });
  };

  beforeAll(() => expect(pluralId).not.toBe(""));

  it.each([
    [1, "1 запись"],
    [2, "2 записи"],
    [5, "5 записей"],
    [11, "11 записей"],
    [21, "21 запись"],
    [22, "22 записи"],
    [112, "112 записей"],
  ])("of %i are Russian", (count, said) => expect(say("ru", count)).toBe(said));

  it("take one form after a number in Kazakh, two in English", () => {
    expect([say("kk", 1), say("kk", 5)]).toEqual(["1 жазба", "5 жазба"]);
    expect([say("en", 1), say("en", 5)]).toEqual(["1 item", "5 items"]);
  });
});
