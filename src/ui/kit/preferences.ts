/** What the browser remembers about the person's taste. Storage may be blocked: then nothing is remembered, and nothing breaks. */
const PREFIX = 'sagascope:';

export function remembered(name: string): string | null {
  try { return localStorage.getItem(PREFIX + name); } catch { return null; }
}

export function remember(name: string, value: string): void {
  try { localStorage.setItem(PREFIX + name, value); } catch { /* storage is blocked */ }
}
