import type { ComponentType } from "react";
import { Link } from "react-router";

import type {
  Block,
  CaptionedImage,
  LinksBlock,
  NoteBlock,
  QuoteBlock,
  StepsBlock,
  TableBlock,
} from "@/shared/api/generated";
import { Icon } from "@/shared/ui/icon";

import { FileLink } from "./file-link";
import { Picture } from "./picture";
import { Questions } from "./questions";
import { RichText } from "./rich-text";
import { Video } from "./video";

import styles from "./blocks.module.css";

const NOTE_ICONS = { info: "info", success: "check", warning: "alert" } as const;

type Views = { [Kind in Block["type"]]: ComponentType<{ value: Extract<Block, { type: Kind }>["value"] }> };

const VIEWS: Views = {
  heading: ({ value }) => <h2>{value}</h2>,
  paragraph: ({ value }) => <RichText html={value} />,
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
  note: Note,
  questions: ({ value }) => <Questions questions={value} />,
  steps: Steps,
  file: ({ value }) => <FileLink file={value} />,
  video: Video,
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

export function Figure({ image }: { image: CaptionedImage }) {
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

function Note({ value }: { value: NoteBlock["value"] }) {
  return (
    <aside className={`${styles.note} ${styles[value.tone]}`}>
      <Icon name={NOTE_ICONS[value.tone]} />
      <div>
        {value.title && <strong>{value.title}</strong>}
        <RichText html={value.text} />
      </div>
    </aside>
  );
}

function Steps({ value }: { value: StepsBlock["value"] }) {
  return (
    <ol className={styles.steps}>
      {value.map((step) => (
        <li key={step.title}>
          <h3>{step.title}</h3>
          {step.text && <RichText html={step.text} />}
        </li>
      ))}
    </ol>
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
