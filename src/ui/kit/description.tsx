import { useId } from 'react';
import type { ReactElement } from 'react';

/** A longer description for assistive technology: the attribute for the element, and the hidden text that it points to, to put inside it. */
export function useDescription(text: string): { readonly props: { readonly 'aria-describedby': string }; readonly element: ReactElement } {
  const id = useId();
  return { props: { 'aria-describedby': id }, element: <span id={id} hidden>{text}</span> };
}
