import { Icon } from "@/shared/ui/icon";

import styles from "./catalog-page.module.css";

const SIZE = 48;

/** Decoration beside the product's name. */
export function ProductThumb({ image, size = SIZE }: { image: string | null; size?: number }) {
  return (
    <span className={styles.thumb} style={{ width: size, height: size }}>
      {image ? <img src={image} alt="" width={size} height={size} loading="lazy" /> : <Icon name="box" size={size / 2} />}
    </span>
  );
}
