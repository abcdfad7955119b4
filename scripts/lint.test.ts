import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { layers, pureLayers } from './lint/layers.mjs';

const house = fileURLToPath(new URL('..', import.meta.url));
const fixtures = join(house, 'scripts/lint-fixtures');
// The linter's own script, run by this Node: no shell, no PATH.
const oxlint = join(dirname(fileURLToPath(import.meta.resolve('oxlint/package.json'))), 'bin/oxlint');

interface Diagnostic {
  code: string;
  filename: string;
  labels: { span: { line: number } }[];
}

/** What the linter says of a folder, each as 'file:line rule'. */
function lint(folder: string, config: string): string[] {
  const run = spawnSync(process.execPath, [oxlint, '-c', config, '--type-aware', '-f', 'json', folder], { cwd: house, encoding: 'utf8' });
  const { diagnostics } = JSON.parse(run.stdout.slice(run.stdout.indexOf('{'))) as { diagnostics: Diagnostic[] };
  return diagnostics.map(({ filename, labels, code }) => {
    const line = code === 'eslint(max-lines)' ? 1 : labels[0]?.span.line;
    return `${relative(folder, join(house, filename))}:${line} ${code}`;
  });
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
}

/** What the planted files expect, from their comments `expect: rule` (this line) and `expect-below: rule` (the next). */
function planted(folder: string): string[] {
  return filesOf(folder).flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        const found = /\/\/ expect(-below)?: (\S+)/.exec(line);
        return found ? [`${file}:${index + (found[1] ? 2 : 1)} ${found[2]}`] : [];
      }),
  );
}

describe('the linter', { timeout: 60_000 }, () => {
  const folder = join(fixtures, 'planted');
  const said = lint(folder, 'scripts/lint-fixtures/oxlint.json');
  const expected = planted(folder);

  test('has violations to bite on', () => {
    expect(expected.length).toBeGreaterThan(55);
  });

  test.each(expected)('bites on %s', (violation) => {
    expect(said).toContain(violation);
  });

  test('says nothing about a clean house', () => {
    const clean = join(fixtures, 'clean');
    expect(filesOf(clean).length).toBeGreaterThan(10);
    expect(lint(clean, 'scripts/lint-fixtures/oxlint.json')).toEqual([]);
  });

  test('does not look at the fixtures when it lints the house', () => {
    expect(lint(fixtures, '.oxlintrc.json')).toEqual([]);
  });
});

describe('the table of layers', () => {
  test('has a row for every folder of src', () => {
    const folders = readdirSync(join(house, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).filter((name) => !(name in layers))).toEqual([]);
  });

  test('names no layer that it does not have', () => {
    const named = Object.values(layers).flatMap((row) => [...row.layers, ...('types' in row ? row.types : [])]);
    const known = new Set([...Object.keys(layers), '*']);
    expect([...named, ...pureLayers].filter((name) => !known.has(name.replace(/^!/, '')))).toEqual([]);
  });
});
