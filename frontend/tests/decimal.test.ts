import { describe, expect, it } from "vitest";

import { compare, isDecimal, multiply, normalise, round, sum } from "@/shared/format/decimal";

describe("decimals", () => {
  it("multiplies without the errors of binary fractions", () => {
    expect(multiply("0.1", "0.2")).toBe("0.02");
    expect(multiply("1.005", "1000")).toBe("1005.000");
    expect(multiply("99999999999999.99", "1000000")).toBe("99999999999999990000.00");
  });

  it("adds values of different scales", () => {
    expect(sum(["0.1", "0.2", "10"])).toBe("10.3");
    expect(sum([])).toBe("0");
  });

  it.each([
    ["2.345", "2.35"],
    ["2.344", "2.34"],
    ["-2.345", "-2.35"],
    ["1.005", "1.01"],
    ["7", "7.00"],
    ["0.004", "0.00"],
  ])("rounds %s half away from zero to %s", (value, rounded) => expect(round(value, 2)).toBe(rounded));

  it("compares by value, not by text", () => {
    expect(compare("10", "9.5")).toBe(1);
    expect(compare("1.50", "1.5")).toBe(0);
    expect(compare("-1", "0")).toBe(-1);
  });

  it("writes one value in one way", () => {
    expect(normalise("012,500")).toBe("12.5");
    expect(normalise("+3.")).toBe("3");
    expect(normalise("100")).toBe("100");
  });

  it("knows what is no decimal", () => {
    for (const text of ["", " ", ".", "-", "1e3", "1 000", "abc", "1.2.3"]) expect(isDecimal(text)).toBe(false);
    expect(() => sum(["one"])).toThrow(RangeError);
  });
});
