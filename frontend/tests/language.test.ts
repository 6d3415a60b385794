import { describe, expect, it } from "vitest";

import { contentPath } from "@/features/content/content-page";
import { returnPath } from "@/shared/auth/return-path";
import { entryPath } from "@/app/cabinet/cabinet-menu";
import { languageOfPath, switchLanguagePath, translatedPagePath } from "@/shared/i18n/language";

describe("switching the language", () => {
  it.each([
    ["/ru/cabinet/catalog?agreement=5&page=2", "kk", "/kk/cabinet/catalog?agreement=5&page=2"],
    ["/ru/", "en", "/en/"],
    ["/ru", "en", "/en"],
    ["/en/cabinet/order/new?step=check#total", "ru", "/ru/cabinet/order/new?step=check#total"],
    ["/cabinet/orders", "kk", "/kk/cabinet/orders"],
    ["/rubber/", "en", "/en/rubber/"],
  ] as const)("leads from %s in %s to %s", (from, language, to) => expect(switchLanguagePath(from, language)).toBe(to));

  it("follows a page's own translations, and stays at the address where there is none", () => {
    const translations = [
      { locale: "ru", path: "/ru/novosti/x/" },
      { locale: "en", path: "/en/news/x/" },
    ];
    expect(translatedPagePath(translations, "en", "/ru/news/x/")).toBe("/en/news/x/");
    expect(translatedPagePath(translations, "kk", "/ru/news/y/")).toBe("/kk/news/y/");
  });

  it("reads the language from the address alone", () => {
    expect(languageOfPath("/kk/news/")).toBe("kk");
    expect(languageOfPath("/")).toBe("ru");
    expect(languageOfPath("/de/news/")).toBe("ru");
  });
});

describe("addresses", () => {
  it("come back after sign-in, only to this site", () => {
    expect(returnPath("/ru/cabinet/orders?page=2", "kk")).toBe("/kk/cabinet/orders?page=2");
    for (const evil of [null, "", "//evil.example", "/\\evil.example", "https://evil.example"])
      expect(returnPath(evil, "ru")).toBe("/ru/cabinet");
  });

  it("of menu entries are one, however a module writes them", () => {
    for (const path of ["/cabinet/orders", "cabinet/orders/", "orders", "/ru/cabinet/orders"])
      expect(entryPath({ path }, "kk")).toBe("/kk/cabinet/orders");
  });

  it("of pages end in a slash", () => {
    expect(contentPath("/ru/news")).toBe("/ru/news/");
    expect(contentPath("/ru/news/")).toBe("/ru/news/");
  });
});
