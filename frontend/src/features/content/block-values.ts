import type { Image } from "@/shared/api/generated";

/** The values of the StreamField blocks the portal knows, as the content API sends them. */
export interface BlockValues {
  heading: string;
  paragraph: string;
  image: ImageValue | null;
  quote: { text: string; author?: string; source?: string; attribution?: string };
  gallery: (ImageValue | null)[];
  table: TableValue;
}

export type ImageValue = Image & { caption?: string };

export interface TableValue {
  caption?: string;
  head?: string[];
  rows: string[][];
}
