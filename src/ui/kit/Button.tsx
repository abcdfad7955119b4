import type { ButtonHTMLAttributes, ReactNode } from 'react';
import styles from './Button.module.css';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly icon?: ReactNode;
  /** `primary`: the one thing to do here. `quiet`: no border until hovered. `danger`: takes something away. */
  readonly tone?: 'plain' | 'primary' | 'quiet' | 'danger';
  /** Shown on hover and focus. */
  readonly hint?: string | undefined;
}

export function Button({ icon, tone = 'plain', hint, className, children, ...rest }: ButtonProps) {
  return (
    <button type="button" className={[styles.button, styles[tone], className].filter(Boolean).join(' ')} data-hint={hint} {...rest}>
      {icon}
      {children !== undefined && <span className={styles.text}>{children}</span>}
    </button>
  );
}

/** A button that is only an icon: `label` is its accessible name and, with `hint` (a shortcut, an explanation), its tooltip. */
export function IconButton({ label, icon, hint, tone = 'quiet', className, ...rest }: Omit<ButtonProps, 'children' | 'icon'> & { readonly label: string; readonly icon: ReactNode }) {
  return (
    <button
      type="button" aria-label={label} data-hint={hint ? `${label} · ${hint}` : label}
      className={[styles.button, styles.only, styles[tone], className].filter(Boolean).join(' ')} {...rest}
    >
      {icon}
    </button>
  );
}
