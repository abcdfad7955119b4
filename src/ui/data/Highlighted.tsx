/** Text from data with what was searched for marked in it. */
import { shownText } from '#views/shown-text.ts';

/** `text` as it is stored; `query` in lower case, empty for none. */
export function Highlighted({ text, query }: { text: string; query: string }) {
  const shown = shownText(text);
  const at = query === '' ? -1 : shown.toLowerCase().indexOf(query);
  if (at < 0) return shown;
  return <>{shown.slice(0, at)}<mark>{shown.slice(at, at + query.length)}</mark>{shown.slice(at + query.length)}</>;
}
