import type { Image } from "@/shared/api/generated";

interface PictureProps {
  image: Image;
  sizes: string;
  /** The picture a reader sees first must not wait for the others. */
  first?: boolean;
}

/** An image with its size said beforehand, so that the text around it does not jump. */
export function Picture({ image, sizes, first = false }: PictureProps) {
  const { src, alt, width, height, srcset } = image;
  return (
    <img
      src={src}
      srcSet={srcset || undefined}
      sizes={srcset ? sizes : undefined}
      alt={alt}
      width={width}
      height={height}
      loading={first ? "eager" : "lazy"}
      fetchPriority={first ? "high" : undefined}
      decoding="async"
    />
  );
}
