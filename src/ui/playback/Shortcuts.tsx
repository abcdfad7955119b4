/** Keys that work everywhere on the page, except while typing or in a dialog. */
import { useEffect } from 'react';
import { putDown } from '../palette/hand.ts';
import { usePlacing } from '../palette/placing.ts';
import { useSessionStore } from '../session-context.tsx';
import { toggle } from './run.ts';

const TYPING = 'input:not([type="range"], [type="checkbox"], [type="radio"], [type="button"]), textarea, select, [contenteditable="true"], [role="textbox"]';
/** Things that take Space or the arrows for themselves. */
const USES_SPACE = 'button, a[href], summary, input, [role="tab"], [role="option"], [role="menuitem"]';
const USES_ARROWS = 'input, [role="tab"], [role="grid"], [role="listbox"], [role="row"], [role="option"], [role="tree"], [role="treeitem"], [role="group"]';

export function Shortcuts({ onHelp }: { onHelp: () => void }) {
  const store = useSessionStore();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.defaultPrevented || target?.matches(TYPING) || document.querySelector('dialog[open]')) return;
      const session = store.getState();
      const command = event.ctrlKey || event.metaKey;
      const done = (): void => event.preventDefault();
      if (command && event.key.toLowerCase() === 'z') { done(); if (event.shiftKey) session.redo(); else session.undo(); return; }
      if (command && event.key.toLowerCase() === 'y') { done(); session.redo(); return; }
      if (command || event.altKey) return;
      switch (event.key) {
        case ' ': if (!target?.closest(USES_SPACE)) { done(); toggle(store); } break;
        case 'ArrowRight': if (!target?.closest(USES_ARROWS)) { done(); void session.step(); } break;
        case 'Home': if (!target?.closest(USES_ARROWS) || target.matches('[role="group"]')) { done(); void session.restart(); } break;
        case 'Escape': if (session.armed !== null) { done(); putDown(store); } else usePlacing.setState({ sheet: false }); break;
        case '?': done(); onHelp(); break;
        default:
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [store, onHelp]);
  return null;
}
