import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replay, runLocally } from '#explorer/local-run.ts';
import { compileScenario } from '#scenarios/compile.ts';
import type { ScenarioDocument } from '#scenarios/document.ts';
import { withFaults } from '#scenarios/fault-text.ts';
import { parseScenario } from '#scenarios/parse.ts';
import { PRESETS } from '#scenarios/presets/index.ts';
import { hashTrace } from '#trace/hash.ts';
import type { FailurePoint, Trace } from '#trace/records.ts';
import type { CloudEvent } from './cloudevents.ts';
import { csvCell } from './csv.ts';
import { plainJson, visible, xml } from './escape.ts';
import { EXPORTERS, exporter, exportName } from './exporters.ts';
import type { ExportInput } from './exporters.ts';
import { fileName } from './file-name.ts';
import { formatOf, parseRunFile, serialiseRun } from './run-file.ts';
import { timestamp } from './virtual-time.ts';

const order = PRESETS['order']!;
const rejection: FailurePoint = { id: 'fault-1', kind: 'business-rejection', target: { step: 'process-payment', phase: 'action' }, occurrence: { mode: 'first' }, params: {} };
const ran = (scenario: ScenarioDocument, seed = 7): ExportInput => {
  const { trace } = runLocally(compileScenario(scenario), seed).world;
  return { scenario, seed, trace, traceHash: hashTrace(trace) };
};
const write = (id: string, input: ExportInput): string => exporter(id)!.write(input);
const rejected = ran(withFaults(order, [rejection]));

describe('CloudEvents', () => {
  const batch = JSON.parse(write('cloudevents', rejected)) as readonly CloudEvent[];

  it('lists the reservation, the rejection, the release, in the order of the commits (D5)', () => {
    expect(batch.map(({ type, subject, globalposition }) => [globalposition, type, subject])).toEqual([
      [1, 'InventoryReserved', 'inventory-order-1'], [2, 'PaymentRejected', 'payment-order-1'], [3, 'InventoryReleased', 'inventory-order-1'],
    ]);
  });

  it('has the required attributes, and extensions with lower-case names and scalar values', () => {
    for (const event of batch) {
      for (const name of ['specversion', 'id', 'source', 'type'] as const) expect(event[name]).not.toBe('');
      expect(event.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      for (const [name, value] of Object.entries(event)) {
        expect(name).toMatch(/^[a-z0-9]{1,20}$/);
        if (name !== 'data') expect(['string', 'number']).toContain(typeof value);
      }
    }
    expect(new Set(batch.map(({ source, id }) => `${source} ${id}`)).size).toBe(batch.length);
  });

  it('carries the chain of causes: saga, correlation, causation (D32)', () => {
    expect(batch[0]).toMatchObject({ sagaid: 'saga-1', correlationid: 'saga-1', step: 'reserve-inventory', streamversion: 1 });
    expect(batch.every(({ causationid }) => Number(causationid) > 0)).toBe(true);
  });

  it('as NDJSON is the same events, one a line', () => {
    expect(write('ndjson', rejected).trimEnd().split('\n').map((line) => JSON.parse(line) as CloudEvent)).toEqual(batch);
  });

  it('time is virtual: milliseconds after 2000-01-01', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 4e12 }), (at) => { expect(timestamp(at)).toBe(new Date(Date.UTC(2000, 0, 1) + at).toISOString()); }));
  });
});

/** Reads RFC 4180. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const line of text.match(/(?:"(?:[^"]|"")*"|[^"\r\n])*\r\n/g) ?? []) {
    rows.push([...`${line.slice(0, -2)},`.matchAll(/("(?:[^"]|"")*"|[^",]*),/g)].map(([, cell]) => (cell!.startsWith('"') ? cell!.slice(1, -1).replaceAll('""', '"') : cell!)));
  }
  return rows;
}

describe('CSV', () => {
  it('is a table of the events with its header', () => {
    const [header, ...rows] = readCsv(write('csv', rejected));
    expect(header!.slice(0, 4)).toEqual(['position', 'type', 'stream', 'version']);
    expect(rows.map((row) => row[1])).toEqual(['InventoryReserved', 'PaymentRejected', 'InventoryReleased']);
    expect(JSON.parse(rows[0]!.at(-1)!)).toMatchObject({ order: 'order-1', customer: 'ana' });
  });

  it('a cell that a spreadsheet would take for a formula is quoted and prefixed', () => {
    for (const text of ['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']) expect(csvCell(text)).toMatch(/^"'/);
    expect([csvCell('a,b'), csvCell('say "x"'), csvCell('plain'), csvCell(-5), csvCell(null)]).toEqual(['"a,b"', '"say ""x"""', 'plain', '-5', '']);
  });

  it('any cells come back as they are shown', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (cells) => {
      const [row] = readCsv(`${cells.map(csvCell).join(',')}\r\n`);
      expect(row).toEqual(cells.map((cell) => (/^[=+\-@\t\r\n]/.test(cell) ? `'${visible(cell, 32_000)}` : visible(cell, 32_000))));
    }));
  });
});

describe('run files', () => {
  it('replay to the hash that they carry, interventions included (D43)', () => {
    const { world } = replay(compileScenario(order), 5, [], []);
    world.apply({ type: 'place-order', request: { customer: 'ben', items: [{ sku: 'mug', quantity: 1 }], amount: 8 } }, world.now);
    const again = replay(compileScenario(order), 5, [], world.interventions).world;
    const parsed = parseRunFile(write('run', { scenario: order, seed: 5, trace: again.trace, traceHash: hashTrace(again.trace) }));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const { scenario, seed, interventions, records, traceHash } = parsed.run;
    expect(interventions).toHaveLength(1);
    expect(hashTrace(replay(compileScenario(scenario), seed, [], interventions, records).world.trace)).toBe(traceHash);
  });

  it('of a run in the middle replay to the same place (D43)', () => {
    for (let records = 1; records <= rejected.trace.length; records += 1) {
      const trace: Trace = rejected.trace.slice(0, records);
      const { world } = replay(compileScenario(rejected.scenario), 7, [], [], records);
      expect(hashTrace(world.trace.slice(0, records))).toBe(hashTrace(trace));
    }
  });

  it('come back as they were', () => {
    const run = { scenario: rejected.scenario, seed: 7, interventions: [{ seq: 3, at: 10, action: { type: 'power-loss' } as const }], traceHash: rejected.traceHash, records: 9 };
    const parsed = parseRunFile(serialiseRun(run));
    expect(parsed.ok && parsed.run).toEqual(run);
    expect([formatOf(serialiseRun(run)), formatOf(JSON.stringify(order)), formatOf('{}'), formatOf('x')]).toEqual(['run', 'scenario', null, null]);
  });

  type Loose = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any -- files that are wrong on purpose
  it.each([
    ['an empty saga', (file: Loose) => { file.scenario.saga.steps = []; }, 'empty-saga scenario.saga.steps'],
    ['a hash that is none', (file: Loose) => { file.traceHash = 'abc'; }, 'bad-name traceHash'],
    ['a negative seed', (file: Loose) => { file.seed = -1; }, 'too-small seed'],
    ['interventions out of order', (file: Loose) => { file.interventions = [{ seq: 5, at: 9, action: { type: 'power-loss' } }, { seq: 4, at: 9, action: { type: 'power-loss' } }]; }, 'intervention-order interventions[1]'],
    ['an unknown action', (file: Loose) => { file.interventions = [{ seq: 5, at: 9, action: { type: 'eval' } }]; }, 'not-one-of interventions[0].action.type'],
    ['a crash of what is no process', (file: Loose) => { file.interventions = [{ seq: 5, at: 9, action: { type: 'crash', process: 'bank' } }]; }, 'unknown-process interventions[0].action.process'],
    ['a failure point of an unknown kind', (file: Loose) => { file.interventions = [{ seq: 5, at: 9, action: { type: 'add-failure-point', point: { ...rejection, kind: 'gremlin' } } }]; }, 'unknown-failure-kind interventions[0].action.point.kind'],
    ['a scenario of a newer version', (file: Loose) => { file.scenario.version = 2; }, 'newer-version scenario.version'],
    ['no scenario', (file: Loose) => { delete file.scenario; }, 'missing-field scenario'],
    ['a scenario for a file', (file: Loose) => { file.format = 'sagascope/scenario'; }, 'unknown-format format'],
  ])('%s is refused with its place', (_what, change, place) => {
    const file = JSON.parse(write('run', rejected)) as Loose;
    change(file);
    const parsed = parseRunFile(JSON.stringify(file));
    expect(parsed.ok ? [] : parsed.problems.map(({ code, path }) => `${code} ${path}`)).toEqual([place]);
  });

  it('any text gets an answer, never an exception', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => { expect([parseRunFile(text).ok, formatOf(text)]).toEqual([false, null]); }));
  });
});

describe('names and texts in exports', () => {
  it('every format has a name without dots, slashes or blanks in it', () => {
    for (const each of EXPORTERS) expect(exportName(rejected, each)).toMatch(/^order(-seed-7)?\.[a-z.]+$/);
    expect(fileName(['../../etc/passwd\0', 'Año 1', '\u202Egpj'], 'csv')).toBe('etc-passwd-ano-1-gpj.csv');
    expect([fileName(['...'], 'json'), fileName(['x'.repeat(500)], 'json').length]).toEqual(['sagascope.json', 65]);
  });

  it('bidi overrides, zero-width characters and lone surrogates are escaped, and JSON reads back the same', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const json = plainJson(JSON.stringify({ text }));
      expect(JSON.parse(json)).toEqual({ text });
      expect(json).not.toMatch(/[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }));
    expect(visible('a\u202Eb\u200B\uD800')).toBe('a\\u202Eb\\u200B\\uD800');
    expect(xml('<img onerror="x">')).toBe('&lt;img onerror=&quot;x&quot;&gt;');
  });

  it('an exported scenario is the scenario', () => {
    const parsed = parseScenario(write('scenario', rejected));
    expect(parsed.ok && JSON.stringify(parsed.value)).toBe(JSON.stringify(rejected.scenario));
  });
});
