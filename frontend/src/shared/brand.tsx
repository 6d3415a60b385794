import styles from "./brand.module.css";

/** The name on the door. Another company takes the portal by changing this file. */
export const BRAND_NAME = "Kabinet";

/** A drop cut by two oil-film lines. */
export function BrandMark() {
  return (
    <svg className={styles.mark} viewBox="0 0 32 32" aria-hidden="true">
      <path
        d="M16 1.5c5.6 7 10.5 12 10.5 18.2A10.5 10.5 0 0 1 16 30.5 10.5 10.5 0 0 1 5.5 19.7C5.5 13.5 10.4 8.5 16 1.5Z"
        fill="var(--accent)"
      />
      <path
        d="M8.8 21.2c3.200-2.600 6.200 2 9.400-.4 2-1.500 3.500-1.300 5-.4M11.2 25.4c2-1.300 3.900 1.100 6.200-.4 1.200-.8 2.200-.7 3-.3"
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="1.9"
        strokeLinecap="round"
      />
    </svg>
  );
}

export function Brand() {
  return (
    <span className={styles.brand}>
      <BrandMark />
      <span className={styles.name}>{BRAND_NAME}</span>
    </span>
  );
}
