import type { PatchedStaffChangeInputRequest, Staff } from "@/shared/api/generated";

import type { AccessValues } from "./access-fields";

const same = (left: readonly number[], right: readonly number[]) =>
  left.length === right.length && left.every((key) => right.includes(key));

/** The parts that differ from what was shown, with the version they were shown in; null when nothing does. */
export function changeOf(colleague: Staff, wanted: AccessValues): PatchedStaffChangeInputRequest | null {
  const { role, partner, contracts, product_lines } = wanted;
  const place = colleague.places.find((shown) => shown.partner.id === partner);
  const keys = (rows: { id: number }[] = []) => rows.map(({ id }) => id);
  const otherRole = role !== "" && role !== colleague.roles[0]?.code;
  const otherLimits =
    !place || !same(contracts, keys(place.contracts)) || !same(product_lines, keys(place.product_lines));
  if (!otherRole && !otherLimits) return null;
  return {
    version: colleague.version,
    ...(otherRole && { role }),
    ...(otherLimits && { limits: { partner, contracts, product_lines } }),
  };
}
