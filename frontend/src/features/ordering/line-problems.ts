import { formErrors, type QueryError } from "@/shared/api/problem";

/** Messages by the position of the line they are about: "lines.2.quantity" and "lines.2" both belong to line 2. */
export function lineProblems(error: QueryError): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const { name, errors } of formErrors(error)) {
    const [list, at] = name;
    if (list !== "lines" || typeof at !== "number") continue;
    found.set(at, [...(found.get(at) ?? []), ...errors]);
  }
  return found;
}
