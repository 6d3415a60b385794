import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { Video as Shown } from "@/shared/api/generated";
import { Icon } from "@/shared/ui/icon";

import styles from "./video.module.css";

const PLAYERS: Record<Shown["provider"], (id: string) => string> = {
  youtube: (id) => `https://www.youtube-nocookie.com/embed/${id}?autoplay=1`,
  vimeo: (id) => `https://player.vimeo.com/video/${id}?autoplay=1&dnt=1`,
  rutube: (id) => `https://rutube.ru/play/embed/${id}`,
};

/** The provider is asked for nothing until the reader presses "play". */
export function Video({ value }: { value: Shown }) {
  const { t } = useLingui();
  const [playing, setPlaying] = useState(false);
  if (!playing)
    return (
      <button type="button" className={styles.poster} onClick={() => setPlaying(true)}>
        <span className={styles.play}>
          <Icon name="arrow" size={28} />
        </span>
        <strong>{value.title}</strong>
        <small>{t`Play the video`}</small>
      </button>
    );
  return (
    <iframe
      className={styles.player}
      src={PLAYERS[value.provider](value.id)}
      title={value.title}
      allow="autoplay; fullscreen; picture-in-picture"
      referrerPolicy="strict-origin-when-cross-origin"
    />
  );
}
