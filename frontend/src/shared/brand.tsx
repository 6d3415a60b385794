import { name } from "../../../brand/brand.json";
import mark from "../../../brand/mark.svg?raw";

import styles from "./brand.module.css";

/** The name on the door: Django and this bundle read the same folder, see docs/brand.md. */
export const BRAND_NAME = name;

/** The portal's own file, drawn in place so that it follows the theme's colours and costs no request. */
export function BrandMark() {
  return <span className={styles.mark} aria-hidden="true" dangerouslySetInnerHTML={{ __html: mark }} />;
}

export function Brand() {
  return (
    <span className={styles.brand}>
      <BrandMark />
      <span className={styles.name}>{BRAND_NAME}</span>
    </span>
  );
}
