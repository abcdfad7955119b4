import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serialiseRun } from '#exports/run-file.ts';
import { runLocally } from '#explorer/local-run.ts';
import { compileScenario } from '#scenarios/compile.ts';
import { withFaults } from '#scenarios/fault-text.ts';
import { PRESETS } from '#scenarios/presets/index.ts';
import { hashTrace } from '#trace/hash.ts';

const root = process.cwd();
const order = PRESETS['order']!;
let folder: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'sagascope-cli-')); });
afterAll(() => { rmSync(folder, { recursive: true }); });

interface Ended { readonly code: number; readonly out: string; readonly err: string }
const cli = async (...words: readonly string[]): Promise<Ended> => new Promise((resolve) => {
  execFile(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...words], { cwd: root, env: { ...process.env, LANG: 'C', LC_ALL: 'C' }, maxBuffer: 1e8 },
    (error, out, err) => { resolve({ code: error ? Number(error.code) : 0, out, err }); });
});
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const json = (ended: Ended) => JSON.parse(ended.out) as { outcome: string; traceHash: string; events: { type: string }[]; invariants: { holds: boolean }[]; replay?: { same: boolean } };

describe('the command line', { timeout: 60_000 }, () => {
  it('ends with 0 when the saga completes, and prints outcome and trace hash', async () => {
    const ended = await cli('run', 'order');
    expect(ended.code).toBe(0);
    expect(ended.out).toContain('completed');
    expect(ended.out).toContain(hashTrace(runLocally(compileScenario(order), 7).world.trace));
  });

  it('ends with 0 when the saga compensates, and lists the events as one line of JSON (D1, D5)', async () => {
    const ended = await cli('run', 'order', '--fault', 'process-payment:business-rejection', '--seed=7', '--json');
    expect(ended.code).toBe(0);
    expect(ended.out.trimEnd()).not.toContain('\n');
    const { outcome, events, invariants } = json(ended);
    expect(outcome).toBe('compensated');
    expect(events.map(({ type }) => type)).toEqual(['InventoryReserved', 'PaymentRejected', 'InventoryReleased']);
    expect(invariants.every(({ holds }) => holds)).toBe(true);
  });

  it('ends with 1 when a compensation fails for good (D13)', async () => {
    const ended = await cli('run', 'order', '--fault', 'process-payment:business-rejection', '--fault', 'reserve-inventory:compensation-failure');
    expect(ended.code).toBe(1);
    expect(ended.out).toContain('stuck, needs intervention');
  });

  it('ends with 1 when an invariant is broken (D45)', async () => {
    const broken = { ...order, invariants: [{ ...order.invariants[2]!, right: [{ events: 'PaymentRefunded', service: 'payments' }] }] };
    const ended = await cli('run', file('broken.json', JSON.stringify(broken)));
    expect(ended.code).toBe(1);
    expect(ended.out).toContain('BROKEN');
  });

  it('writes the event log as CloudEvents, one a line', async () => {
    const path = join(folder, 'out.ndjson');
    expect((await cli('run', 'order', '--orders', '3', '--events', path)).code).toBe(0);
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as { specversion: string; type: string });
    expect(lines.filter(({ type }) => type === 'OrderCreated')).toHaveLength(3);
    expect(lines.every(({ specversion }) => specversion === '1.0')).toBe(true);
  });

  it('replays a run file to its trace hash (D43), and ends with 1 when it is another', async () => {
    const scenario = withFaults(order, [{ id: 'fault-1', kind: 'lost-reply', target: { step: 'process-payment', phase: 'action' }, occurrence: { mode: 'first' }, params: {} }]);
    const { world } = runLocally(compileScenario(scenario), 11);
    const saved = { scenario, seed: 11, interventions: [], traceHash: hashTrace(world.trace), records: world.trace.length };
    const same = await cli('run', file('run.json', serialiseRun(saved)), '--json');
    expect([same.code, json(same).replay]).toEqual([0, { same: true, expected: saved.traceHash }]);
    const other = await cli('run', file('other.json', serialiseRun({ ...saved, traceHash: '0123456789abcdef' })));
    expect(other.code).toBe(1);
    expect(other.out).toContain('DIFFERS');
  });

  it.each([
    ['an unknown option', ['run', 'order', '--sed', '7'], '--sed'],
    ['a bad seed', ['run', 'order', '--seed', '1.5'], '--seed: “1.5”'],
    ['an option without its value', ['run', 'order', '--seed'], '--seed'],
    ['a missing file', ['run', 'nowhere.json'], 'nowhere.json'],
    ['a folder', ['run', 'src'], 'EISDIR'],
    ['an unknown command', ['explore', 'order'], 'explore'],
    ['no input', ['run'], 'order, checkout'],
    ['an unknown step', ['run', 'order', '--fault', 'pay:lost-reply'], '“pay”'],
    ['an unknown failure kind', ['run', 'order', '--fault', 'process-payment:gremlin'], '“gremlin”'],
    ['a negative delay', ['run', 'order', '--fault', 'process-payment:delay:ms=-1'], 'ms=-1'],
    ['a rejection of a retriable step (D12)', ['run', 'checkout', '--fault', 'award-points:business-rejection'], 'award-points'],
    ['a file that cannot be written', ['run', 'order', '--events', '/nowhere/out.ndjson'], '/nowhere/out.ndjson'],
  ])('ends with 2 and names the place: %s', async (_what, words, place) => {
    const ended = await cli(...words);
    expect([ended.code, ended.out]).toEqual([2, '']);
    expect(ended.err).toContain(place);
  });

  it.each([
    ['an empty saga', JSON.stringify({ ...order, saga: { ...order.saga, steps: [] } }), 'saga.steps'],
    ['a step out of order (D10)', JSON.stringify({ ...order, saga: { ...order.saga, steps: [...order.saga.steps].reverse() } }), 'process-payment'],
    ['broken JSON', '{\n  "format": "sagascope/scenario",,\n}', 'line 2, column 34'],
    ['a forbidden key', '{"format":"sagascope/scenario","version":1,"__proto__":{}}', '__proto__'],
    ['an empty file', '', 'empty'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'picture'],
    ['UTF-16', Buffer.from(`\uFEFF${JSON.stringify(order)}`, 'utf16le'), 'UTF-16'],
    ['50 MB', ' '.repeat(50_000_000), '10 MB'],
  ])('ends with 2 on a file that is no good: %s', async (_what, content, place) => {
    const ended = await cli('run', file('bad.json', content));
    expect([ended.code, ended.out]).toEqual([2, '']);
    expect(ended.err).toContain(place);
  });

  it('speaks Spanish when asked to', async () => {
    const ended = await cli('run', 'order', '--lang', 'es');
    expect(ended.out).toContain('completada');
    expect((await cli('run', '--lang', 'es')).err).toContain('necesita un archivo');
  });

  it('explains itself', async () => {
    const ended = await cli('--help');
    expect([ended.code, ended.err]).toEqual([0, '']);
    expect(ended.out).toContain('--fault <step>:<kind>');
  });
});
