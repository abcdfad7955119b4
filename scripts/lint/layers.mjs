/**
 * Who may import whom: DESIGN.md section 6 as a table. A layer is a folder of src/ (or one of its rooms, named by its path);
 * the longest matching name wins. What a row does not list is refused, types included.
 *   layers    other layers it may import ('*' = all; '!ui' takes one away)
 *   types     layers of which it may import types only
 *   packages  packages from the registry ('node:' = Node's own modules)
 * A layer may always import itself. A test may import more: see `testRow`.
 */

/** Layers that are pure: no DOM, no clock, no chance, no network. */
export const pureLayers = ['trace', 'kernel', 'patterns', 'scenarios', 'storage', 'storage/memory', 'explorer', 'exports', 'views', 'messages', 'lessons'];

const belowExplorer = ['trace', 'kernel', 'patterns', 'scenarios', 'storage', 'storage/memory'];
const belowSession = [...belowExplorer, 'storage/dexie', 'storage/pglite', 'explorer', 'exports', 'views', 'messages'];
const uiPackages = ['react', 'react-dom', 'zustand', '@xyflow/react', 'd3-selection', 'lucide-react'];

export const layers = {
  trace: { layers: [], packages: ['@noble/hashes'] },
  kernel: { layers: ['trace'], packages: ['pure-rand', 'tinyqueue', '@noble/hashes'] },
  // Each pattern is a layer of its own: `patterns/saga` is made from this row. See `layerOf`.
  patterns: { layers: ['trace', 'kernel'], packages: [] },
  scenarios: { layers: ['trace', 'kernel', 'patterns'], packages: ['valibot', '@valibot/to-json-schema', '@noble/hashes'] },
  storage: { layers: ['trace'], types: ['kernel'], packages: [] },
  'storage/memory': { layers: ['trace', 'storage'], types: ['kernel'], packages: [] },
  'storage/dexie': { layers: ['trace', 'storage'], types: ['kernel'], packages: ['dexie'] },
  'storage/pglite': { layers: ['trace', 'storage'], types: ['kernel'], packages: ['@electric-sql/pglite'] },
  explorer: { layers: belowExplorer, packages: ['pure-rand'] },
  exports: { layers: ['trace', 'scenarios', 'messages'], packages: ['fflate'] },
  views: { layers: ['trace'], packages: [] },
  messages: { layers: [], packages: [] },
  session: { layers: belowSession, packages: ['dexie', 'zustand/vanilla', 'zustand/middleware', 'fflate', 'valibot'] },
  lessons: { layers: ['scenarios', 'messages'], packages: [] },
  ui: { layers: ['trace', 'views', 'session', 'lessons', 'messages'], packages: uiPackages },
  app: { layers: ['*'], packages: [...uiPackages] },
  cli: { layers: ['*', '!ui', '!app'], packages: ['node:', 'fflate', 'valibot'] },
};

const testPackages = ['vitest', 'fast-check', 'fake-indexeddb', 'node:'];

/** The row of a test: its layer's own, the test packages, and somewhere to run a real scenario. Patterns stay apart from each other. */
function testRow(name, row) {
  const somewhereToRun =
    name === 'trace' ? [] : name === 'kernel' || name.startsWith('patterns') ? ['storage', 'storage/memory'] : [...belowExplorer, 'explorer'];
  return {
    layers: [...row.layers, ...(row.types ?? []), ...somewhereToRun],
    packages: [...row.packages, ...testPackages, ...(name === 'session' ? ['storage/dexie'] : [])],
  };
}

/** The layer in which a path below src/ lies: 'kernel/clock.ts' -> 'kernel', 'patterns/saga/x.ts' -> 'patterns/saga'; undefined if none. */
export function layerOf(path) {
  const [first, second] = path.replace(/\.[a-z.]+$/, '').split('/');
  const room = `${first}/${second}`;
  if (room in layers) return room;
  if (first === 'patterns' && second && path.split('/').length > 2) return room;
  return first in layers ? first : undefined;
}

/** The row that holds for a file; undefined if its layer is not in the table. */
export function rowOf(path) {
  const name = layerOf(path);
  if (!name) return undefined;
  const row = name.startsWith('patterns/') ? layers.patterns : layers[name];
  return { name, ...(/\.test\.tsx?$/.test(path) ? testRow(name, row) : row) };
}

const covers = (list, name) =>
  !list.includes(`!${name}`) && (list.includes('*') || list.includes(name) || (name.startsWith('patterns/') && list.includes('patterns')));

/** 'yes', 'types' (types only) or 'no'. */
export function mayImportLayer(row, target) {
  if (target === row.name || covers(row.layers, target)) return 'yes';
  return covers(row.types ?? [], target) ? 'types' : 'no';
}

export function mayImportPackage(row, specifier) {
  return row.packages.some((allowed) =>
    allowed.endsWith(':') ? specifier.startsWith(allowed) : specifier === allowed || specifier.startsWith(`${allowed}/`),
  );
}
