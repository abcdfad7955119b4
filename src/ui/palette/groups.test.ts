import { describe, expect, test } from 'vitest';
import { runLocally } from '#explorer/local-run.ts';
import { FAILURE_SCENES, failureGuide } from '#messages/areas/failure-guide.ts';
import { loadMessages } from '#messages/index.ts';
import { compileScenario } from '#scenarios/compile.ts';
import { FAILURE_KINDS } from '#session/failure-kinds.ts';
import { parseLink } from '#session/link.ts';
import { PALETTE } from './groups.ts';

test('the palette has every kind of the registry once', () => {
  expect(PALETTE.flatMap(({ kinds }) => kinds).toSorted()).toEqual(FAILURE_KINDS.map(({ id }) => id).toSorted());
});

describe.each(FAILURE_KINDS.map(({ id }) => id))('%s', (kind) => {
  test.each(['en', 'es'] as const)('has a name, what it is, and what a correct saga does (%s)', async (locale) => {
    const { failures } = await loadMessages(locale);
    const texts: { readonly [kind: string]: { readonly name: string; readonly what: string } } = failures.kinds;
    const correct: { readonly [kind: string]: string } = failureGuide[locale].kinds;
    for (const text of [texts[kind]?.name, texts[kind]?.what, correct[kind]]) expect(text?.length ?? 0).toBeGreaterThan(3);
  });

  test('has a scene that shows it: it strikes, and no invariant of a saga that ends breaks', async () => {
    const link = await parseLink(FAILURE_SCENES[kind] ?? '#none=');
    if (!link.ok || link.value === null) throw new Error(`no scene: ${JSON.stringify(link)}`);
    const { scenario, seed, run } = link.value;
    expect(run).toBe(true);
    const { trace } = runLocally(compileScenario(scenario), seed).world;
    const struck = trace.flatMap((record) => (record.kind === 'transition' ? record.faults.map((fault) => fault.kind) : []));
    expect(struck).toContain(kind);
    const last = trace.at(-1);
    // A saga that needs a person has not come to its end (D45).
    if (last?.kind === 'run-ended' && last.outcome !== 'stuck') expect(last.invariants.filter(({ holds }) => !holds)).toEqual([]);
  });
});
