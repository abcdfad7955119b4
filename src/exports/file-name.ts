/** Names of files that are saved: a slug, whatever the scenario is called. */

/** `order-seed-7.events.csv`. No dots, slashes, blanks or controls from the given parts; never empty, never long. */
export function fileName(parts: readonly (string | number)[], extension: string): string {
  const slug = parts.map((part) => slugOf(String(part))).filter((part) => part !== '').join('-').slice(0, 80).replace(/-+$/, '');
  return `${slug === '' ? 'sagascope' : slug}.${extension}`;
}

const slugOf = (text: string): string => text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60);
