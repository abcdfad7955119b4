import { describe, expect, test } from 'vitest';
import { runLocally } from '#explorer/local-run.ts';
import { compileScenario } from '#scenarios/compile.ts';
import { PRESETS } from '#scenarios/presets/index.ts';
import type { Scenario } from '../kit/scenario.ts';
import { along, fitted, layoutFlow, pathOf, wayOf } from './layout.ts';
import type { Box } from './layout.ts';

const scenarios: readonly Scenario[] = Object.values(PRESETS);
const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe.each(scenarios.flatMap((scenario) => [{ scenario, compact: false }, { scenario, compact: true }]))('$scenario.id, compact: $compact', ({ scenario, compact }) => {
  const layout = layoutFlow(scenario, { compact, aspect: compact ? 1.1 : 2 });

  test('nodes do not lie on each other', () => {
    const boxes = [...layout.steps.flatMap(({ marker, action, compensation }) => [marker, action, ...(compensation ? [compensation] : [])]), ...layout.projections.map(({ box }) => box)];
    for (const [index, box] of boxes.entries()) expect(boxes.slice(index + 1).filter((other) => overlap(box, other))).toEqual([]);
  });

  test('each step lies in the lane of its service', () => {
    for (const [index, { action, compensation }] of layout.steps.entries()) {
      const lane = layout.lanes.find(({ process }) => process === scenario.saga.steps[index]!.service)!.box;
      for (const box of [action, compensation]) if (box) expect(box.y >= lane.y && box.y + box.height <= lane.y + lane.height).toBe(true);
    }
  });

  test('every message between participants has a way', () => {
    const { trace } = runLocally(compileScenario(scenario), 7, [{ id: 'p', kind: 'business-rejection', target: { step: scenario.saga.steps[1]!.id, phase: 'action' }, occurrence: { mode: 'first' }, params: {} }]).world;
    for (const record of trace) {
      if (record.kind !== 'transition') continue;
      for (const message of record.sends) {
        if (message.kind === 'timer' || (compact && message.kind === 'event')) continue;
        expect(wayOf(layout, scenario, message), `${message.from} to ${message.to}`).not.toBeNull();
      }
    }
  });
});

test('a graph that fits is shown whole; one too large to read is shown around the step in progress', () => {
  const layout = layoutFlow(scenarios.find(({ id }) => id === 'checkout')!, { compact: true, aspect: 1 });
  const whole = fitted(layout, { width: 2000, height: 1500 }, 0);
  expect(whole.x).toBeGreaterThan(0);
  expect(whole.x + layout.width * whole.zoom).toBeLessThan(2000);
  const frame = { width: 390, height: 320 };
  for (const [index, { action }] of layout.steps.entries()) {
    const { x, y, zoom } = fitted(layout, frame, index);
    expect(action.x * zoom + x).toBeGreaterThanOrEqual(0);
    expect((action.x + action.width) * zoom + x).toBeLessThanOrEqual(frame.width);
    expect(action.y * zoom + y).toBeGreaterThanOrEqual(0);
    expect((action.y + action.height) * zoom + y).toBeLessThanOrEqual(frame.height);
  }
});

test('half way along a way of two equal legs is its corner', () => {
  const way = [{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 10 }];
  expect(along(way, 0)).toEqual({ x: 0, y: 0 });
  expect(along(way, 0.5)).toEqual({ x: 10, y: 0 });
  expect(along(way, 1)).toEqual({ x: 10, y: 10 });
  expect(pathOf(way, 2)).toBe('M0 0L8 0Q10 0 10 2L10 10');
});
