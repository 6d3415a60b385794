import { describe, expect, it } from "vitest";

import { formatAsOf, formatDate, formatLongDate } from "@/shared/format/dates";
import { formatCount, formatMoney, formatQuantity } from "@/shared/format/numbers";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("money", () => {
  it.each([
    ["ru", "1 234 567,50 ₸"],
    ["kk", "1 234 567,50 ₸"],
    ["en", "1,234,567.50 ₸"],
  ] as const)("is written as readers of %s write it", (language, written) => {
    expect(plain(formatMoney("1234567.5", "KZT", language))).toBe(written);
  });

  it("keeps every kopeck of a sum that a number could not hold", () => {
    expect(plain(formatMoney("9007199254740993.07", "RUB", "ru"))).toBe("9 007 199 254 740 993,07 ₽");
  });

  it("shows a price as exact as 1C gave it", () => {
    expect(formatMoney("89.5565", "USD", "en")).toBe("89.5565\u00a0$");
  });

  it("names a currency without a sign by its code, and none when there is none", () => {
    expect(plain(formatMoney("5", "UZS", "ru"))).toBe("5,00 UZS");
    expect(formatMoney("5", null, "ru")).toBe("5,00");
  });
});

describe("quantities and counts", () => {
  it("drop zeros that say nothing and keep the unit", () => {
    expect(plain(formatQuantity("12.000", "ru", "л"))).toBe("12 л");
    expect(formatQuantity("0.500", "en")).toBe("0.5");
    expect(plain(formatCount(12345, "kk"))).toBe("12 345");
  });
});

describe("dates", () => {
  it("are spelled in each language, Kazakh months included", () => {
    expect(plain(formatLongDate("2026-11-22", "ru"))).toBe("22 ноября 2026 г.");
    expect(formatLongDate("2026-11-22", "en")).toBe("22 November 2026");
    expect(formatLongDate("2026-11-22", "kk")).toBe("2026 ж. 22 қараша");
  });

  it("do not slide to the day before in western time zones", () => {
    expect(formatDate("2026-01-01", "ru")).toBe("01.01.2026");
  });

  it("show only the time of what is from today", () => {
    const now = new Date("2026-11-22T15:00:00");
    expect(formatAsOf("2026-11-22T12:03:00", "ru", now)).toBe("12:03");
    expect(formatAsOf("2026-11-21T12:03:00", "kk", now)).toBe("21.11.2026, 12:03");
  });
});
