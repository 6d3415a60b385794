/**
 * Exact decimals for a preview of sums before the server has counted: strings in, strings out, BigInt inside.
 * The server's totals are the ones that count; these only spare the reader a wait.
 */
interface Scaled {
  units: bigint;
  scale: number;
}

const DECIMAL = /^([+-]?)(\d*)(?:[.,](\d*))?$/;

/** Whether the text is a plain decimal such as "12", "12.5" or "12,5". */
export function isDecimal(text: string): boolean {
  return /\d/.test(text) && DECIMAL.test(text.trim());
}

function parse(text: string): Scaled {
  const match = DECIMAL.exec(text.trim());
  if (!match || !isDecimal(text)) throw new RangeError(`not a decimal: ${text}`);
  const [, sign = "", whole = "", fraction = ""] = match;
  return { units: BigInt(`${sign === "-" ? "-" : ""}${whole || "0"}${fraction}`), scale: fraction.length };
}

function print({ units, scale }: Scaled): string {
  const sign = units < 0n ? "-" : "";
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

const raise = ({ units, scale }: Scaled, to: number) => units * 10n ** BigInt(to - scale);

/** The exact product of two decimals. */
export function multiply(a: string, b: string): string {
  const [x, y] = [parse(a), parse(b)];
  return print({ units: x.units * y.units, scale: x.scale + y.scale });
}

/** The exact sum; "0" of nothing. */
export function sum(values: readonly string[]): string {
  const parsed = values.map(parse);
  const scale = Math.max(0, ...parsed.map((value) => value.scale));
  return print({ units: parsed.reduce((total, value) => total + raise(value, scale), 0n), scale });
}

/** Negative, zero or positive, as a comparison function answers. */
export function compare(a: string, b: string): number {
  const [x, y] = [parse(a), parse(b)];
  const scale = Math.max(x.scale, y.scale);
  const difference = raise(x, scale) - raise(y, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Rounded half away from zero to `places`, as the portal rounds an amount of money. */
export function round(value: string, places: number): string {
  const parsed = parse(value);
  if (parsed.scale <= places) return print({ units: raise(parsed, places), scale: places });
  const divisor = 10n ** BigInt(parsed.scale - places);
  const half = parsed.units < 0n ? -divisor / 2n : divisor / 2n;
  return print({ units: (parsed.units + half) / divisor, scale: places });
}

/** The canonical form: no leading plus, a point, no trailing zeros: "012,500" → "12.5". */
export function normalise(value: string): string {
  const text = print(parse(value));
  return text.includes(".") ? text.replace(/0+$/, "").replace(/\.$/, "") : text;
}
