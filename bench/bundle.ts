/** Sources to plain JavaScript that Node runs without a loader, so that no loader's helpers are in what is measured. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** `entries`: name -> source file under bench/. Packages stay outside. Gives name -> built file. `modules`: one file for each source, for profiles. */
export async function bundleForNode(entries: { readonly [name: string]: string }, modules = false): Promise<ReadonlyMap<string, string>> {
  const folder = join(ROOT, 'node_modules/.cache/bench');
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: true, outDir: folder, emptyOutDir: true, minify: false, target: 'node20',
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, join(ROOT, 'bench', file)])),
        output: { entryFileNames: '[name].mjs', chunkFileNames: 'shared-[name].mjs', preserveModules: modules },
      },
    },
  });
  return new Map(Object.keys(entries).map((name) => [name, join(folder, `${name}.mjs`)]));
}
