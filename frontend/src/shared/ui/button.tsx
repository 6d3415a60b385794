import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Link, type LinkProps } from "react-router";

import styles from "./button.module.css";

type Look = "primary" | "quiet" | "bare";

const classes = (look: Look, extra?: string) => [styles.button, styles[look], extra].filter(Boolean).join(" ");

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look;
  busy?: boolean;
  children: ReactNode;
}

/** While busy the button keeps its place and focus, and ignores further presses. */
export function Button({ look = "primary", busy = false, type = "button", className, children, ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={classes(look, className)}
      aria-disabled={busy || undefined}
      aria-busy={busy}
      {...rest}
      onClick={busy ? (event) => event.preventDefault() : rest.onClick}
    >
      {busy && <span className={styles.spinner} aria-hidden="true" />}
      {children}
    </button>
  );
}

export function LinkButton({
  look = "primary",
  className,
  children,
  ...rest
}: LinkProps & { look?: Look; className?: string }) {
  return (
    <Link className={classes(look, className)} {...rest}>
      {children}
    </Link>
  );
}
