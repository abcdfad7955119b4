/**
 * `npm run domain`: which lines of the domain checklist (D1 to D46) are named in the title of a test, and which are missing.
 * A title counts with the titles of the describe blocks around it. A skipped test covers nothing.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { house } from './packages.mjs';

const lines = Array.from({ length: 46 }, (_, index) => `D${index + 1}`);
const runners = new Set(['test', 'it', 'describe', 'suite']);
const silencers = new Set(['skip', 'todo', 'fixme']);

/** The words of a callee: test.describe.skip(...)('title') -> ['test', 'describe', 'skip']; [] when it is something else. */
function words(node) {
  if (node.type === 'Identifier') return [node.name];
  if (node.type === 'MemberExpression' && !node.computed) return [...words(node.object), node.property.name];
  if (node.type === 'CallExpression') return words(node.callee);
  if (node.type === 'TaggedTemplateExpression') return words(node.tag);
  return [];
}

/** The text of a title; a part that only the run knows becomes an ellipsis. Undefined when it is not a string at all. */
function text(node) {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.cooked).join('...');
  if (node?.type === 'BinaryExpression' && node.operator === '+') return `${text(node.left) ?? '...'}${text(node.right) ?? '...'}`;
  return undefined;
}

/** Calls `visit` with every test's full title. */
function tests(node, around, visit) {
  if (Array.isArray(node)) for (const child of node) tests(child, around, visit);
  else if (node && typeof node === 'object') {
    let titles = around;
    if (node.type === 'CallExpression') {
      const said = words(node.callee);
      const title = runners.has(said[0]) ? text(node.arguments[0]) : undefined;
      if (title !== undefined && node.arguments.length > 1) {
        if (said.some((word) => silencers.has(word))) return;
        titles = [...around, title];
        if (!said.includes('describe') && !said.includes('suite')) visit(titles.join(' > '));
      }
    }
    for (const [key, child] of Object.entries(node)) if (key !== 'parent') tests(child, titles, visit);
  }
}

function files(folder, name) {
  if (!existsSync(join(house, folder))) return [];
  const found = readdirSync(join(house, folder), { recursive: true, encoding: 'utf8' });
  return found.filter((file) => name.test(file)).map((file) => `${folder}/${file.replaceAll('\\', '/')}`).sort();
}

const covered = new Map(lines.map((line) => [line, []]));
const unknown = [];
for (const file of files('src', /\.test\.tsx?$/).concat(files('e2e', /\.spec\.ts$/))) {
  const { program, errors } = parseSync(file, readFileSync(join(house, file), 'utf8'));
  if (errors.length > 0) console.error(`${file} could not be read: ${errors[0].message}`);
  tests(program, [], (title) => {
    for (const line of new Set(title.match(/\bD\d{1,2}\b/g))) {
      if (covered.has(line)) covered.get(line).push(`${file}: ${title.replace(/\s+/g, ' ')}`);
      else unknown.push(`${line} in ${file}: ${title}`);
    }
  });
}

for (const [line, where] of covered) {
  console.log(`${line.padEnd(4)}${where.length === 0 ? 'MISSING' : where.join('\n    ')}`);
}
const missing = lines.filter((line) => covered.get(line).length === 0);
if (unknown.length > 0) console.log(`\nNamed, but not in the checklist:\n${unknown.join('\n')}`);
console.log(`\n${lines.length - missing.length} of ${lines.length} covered.${missing.length > 0 ? ` Missing: ${missing.join(' ')}` : ''}`);
