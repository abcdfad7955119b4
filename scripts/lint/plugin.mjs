import { posix } from 'node:path';
import { layerOf, mayImportLayer, mayImportPackage, rowOf } from './layers.mjs';

/** The path below the last src/ folder of a file name, or undefined when it lies elsewhere. */
function belowSource(filename) {
  const parts = filename.replaceAll('\\', '/').split('/src/');
  return parts.length > 1 ? parts.at(-1) : undefined;
}

/** Two rooms of one folder may name each other by a relative path; two patterns are two houses. */
function sameHouse(a, b) {
  if (a === b) return true;
  const [first] = a.split('/');
  return first !== 'patterns' && first === b?.split('/')[0];
}

/** What is wrong with an import, as a sentence; undefined when nothing is. `from` and the result of a relative import are paths below src/. */
function complaint(from, specifier, typeOnly) {
  const row = rowOf(from);
  if (!row) return `src/${from} lies in no layer of scripts/lint/layers.mjs: add a row, or move the file.`;
  const bare = specifier.replace(/\?.*$/, '');
  const isRelative = bare.startsWith('.');
  if (!isRelative && !bare.startsWith('#')) {
    if (mayImportPackage(row, bare)) return undefined;
    return `${row.name} may not import the package '${bare}' (allowed: ${row.packages.join(', ') || 'none'}; scripts/lint/layers.mjs).`;
  }
  const path = isRelative ? posix.join(posix.dirname(from), bare) : bare.slice(1);
  const target = path.startsWith('..') ? undefined : layerOf(path);
  if (isRelative && !sameHouse(row.name, target)) {
    return `'${bare}' climbs out of ${row.name}: write #${path.replace(/^(\.\.\/)+/, '')}, if the layer may be imported.`;
  }
  if (!target) return `'${bare}' lies in no layer of scripts/lint/layers.mjs.`;
  const answer = mayImportLayer(row, target);
  if (answer === 'yes' || (answer === 'types' && typeOnly)) return undefined;
  if (answer === 'types') return `${row.name} may import only types from ${target}: write 'import type'.`;
  return `${row.name} may not import ${target}, types included (allowed: ${row.layers.join(', ') || 'nothing'}; scripts/lint/layers.mjs).`;
}

const everyNameIsType = (names, kind) => names.length > 0 && names.every((name) => name[kind] === 'type');

const layersRule = {
  meta: { type: 'problem', docs: { description: 'A folder imports only what its row of the table allows, types included.' } },
  create(context) {
    const from = belowSource(context.filename);
    if (from === undefined) return {};
    const check = (node, source, typeOnly) => {
      const specifier = source?.value;
      if (typeof specifier !== 'string') return;
      const message = complaint(from, specifier, typeOnly);
      if (message) context.report({ node: source ?? node, message });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source, node.importKind === 'type' || everyNameIsType(node.specifiers, 'importKind')),
      ExportNamedDeclaration: (node) => check(node, node.source, node.exportKind === 'type' || everyNameIsType(node.specifiers, 'exportKind')),
      ExportAllDeclaration: (node) => check(node, node.source, node.exportKind === 'type'),
      ImportExpression: (node) => check(node, node.source, false),
      TSImportType: (node) => check(node, node.source, true),
      TSExternalModuleReference: (node) => check(node, node.expression, false),
      // A worker's file: new URL('./host.worker.ts', import.meta.url)
      NewExpression(node) {
        const [path, base] = node.arguments;
        if (node.callee.name === 'URL' && base?.type === 'MemberExpression' && base.object.type === 'MetaProperty') check(node, path, false);
      },
    };
  },
};

export default { meta: { name: 'sagascope' }, rules: { layers: layersRule } };
