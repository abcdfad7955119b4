import { useEffect, useState, type ReactNode } from 'react';

export function Panel({ open, at }: { open: boolean; at: number }): ReactNode {
  if (!open) return null;
  const [count] = useState(0); // expect: react-hooks(rules-of-hooks)
  // expect-below: react-hooks(rules-of-hooks)
  useEffect(() => {
    document.title = String(at); // expect: react-hooks(exhaustive-deps)
  }, []);
  return <div onClick={() => {}}>{count}</div>; // expect: jsx-a11y(click-events-have-key-events)
}
