import type { Image } from "@/shared/api/generated";

interface PictureProps {
  image: Image;
  sizes: string;
  /** The picture a reader sees first must not wait for the others. */
  first?: boolean;
}

/**
 * An image with its size said beforehand, so that the text around it does not jump. Its frame takes no room of its own:
 * what styles an image by its parent goes on doing so.
 */
export function Picture({ image, sizes, first = false }: PictureProps) {
  const { src, alt, width, height, srcset, sources } = image;
  return (
    <picture style={{ display: "contents" }}>
      {sources.map((source) => (
        <source key={source.type} type={source.type} srcSet={source.srcset} sizes={sizes} />
      ))}
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
    </picture>
  );
}
