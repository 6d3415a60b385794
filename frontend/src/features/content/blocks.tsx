import type { ComponentType } from "react";
import { Link } from "react-router";

import type { Block, CaptionedImage, LinksBlock, QuoteBlock, TableBlock } from "@/shared/api/generated";

import { Picture } from "./picture";

import styles from "./blocks.module.css";

type Views = { [Kind in Block["type"]]: ComponentType<{ value: Extract<Block, { type: Kind }>["value"] }> };

const VIEWS: Views = {
  heading: ({ value }) => <h2>{value}</h2>,
  paragraph: RichText,
  image: ({ value }) => <Figure image={value} />,
  quote: Quote,
  gallery: ({ value }) => (
    <div className={styles.gallery}>
      {value.map((image, at) => (
        <Figure key={at} image={image} />
      ))}
    </div>
  ),
  table: Table,
  links: Links,
};

/** The body of a page. A block this build does not know is left out, and said so to the developer. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <div className={styles.body}>
      {blocks.map((block) => (
        <BlockView key={block.id} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { block: Block }) {
  const View = Object.hasOwn(VIEWS, block.type) ? (VIEWS[block.type] as ComponentType<{ value: unknown }>) : null;
  if (!View || block.value === undefined || block.value === null) {
    if (import.meta.env.DEV) console.warn(`No view for the block "${block.type}"`);
    return null;
  }
  return <View value={block.value} />;
}

/** The server has already let through only the tags its editors may use. */
function RichText({ value }: { value: string }) {
  return <div className={styles.text} dangerouslySetInnerHTML={{ __html: value }} />;
}

function Figure({ image }: { image: CaptionedImage }) {
  return (
    <figure className={styles.figure}>
      <Picture image={image} sizes="(width < 48rem) 100vw, 46rem" />
      {image.caption && <figcaption>{image.caption}</figcaption>}
    </figure>
  );
}

function Quote({ value }: { value: QuoteBlock["value"] }) {
  return (
    <figure className={styles.quote}>
      <blockquote>{value.text}</blockquote>
      {value.author && <figcaption>{value.author}</figcaption>}
    </figure>
  );
}

function Table({ value }: { value: TableBlock["value"] }) {
  return (
    <div className={styles.table} tabIndex={0} role="group" aria-label={value.caption}>
      <table>
        {value.caption && <caption>{value.caption}</caption>}
        <thead>
          <tr>
            {value.head.map((cell, at) => (
              <th key={at} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {value.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Where the reader can go from here: within the site without a reload, elsewhere as any link. */
function Links({ value }: { value: LinksBlock["value"] }) {
  return (
    <ul className={styles.links}>
      {value.map(({ title, url }) => (
        <li key={url}>{url.startsWith("/") ? <Link to={url}>{title}</Link> : <a href={url}>{title}</a>}</li>
      ))}
    </ul>
  );
}
