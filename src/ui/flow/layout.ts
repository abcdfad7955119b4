/** Where everything stands: a lane per process, a column per step, and the ways that messages take between them. Pixels of the graph. */
import type { Envelope } from '#trace/records.ts';
import type { Scenario } from '../kit/scenario.ts';

export interface Point { readonly x: number; readonly y: number }
export interface Box extends Point { readonly width: number; readonly height: number }
interface Lane { readonly process: string; readonly box: Box; /** Index of the service; -1 for orchestrator and projector. */ readonly index: number }
export interface StepBoxes { readonly id: string; readonly marker: Box; readonly action: Box; readonly compensation: Box | null }
export interface FlowLayout {
  readonly compact: boolean;
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly Lane[];
  readonly steps: readonly StepBoxes[];
  readonly projections: readonly { readonly id: string; readonly box: Box }[];
}

interface Measures {
  readonly head: number; readonly top: number; /** What a service's head needs for its switches. */ readonly least: number; readonly bottom: number; readonly action: number; readonly between: number; readonly compensation: number;
  /** The narrowest and the widest column, and what is left free in it for the ways. */
  readonly column: readonly [number, number]; readonly free: number; readonly gap: number;
}
const ROOMY: Measures = { head: 150, top: 9, least: 73, bottom: 8, action: 47, between: 10, compensation: 43, column: [176, 330], free: 20, gap: 5 };
/** For narrow screens: lanes carry their names on top, and the read side is left to its own panel. */
const COMPACT: Measures = { head: 6, top: 30, least: 0, bottom: 6, action: 41, between: 9, compensation: 37, column: [136, 190], free: 16, gap: 4 };
const MARKER = { width: 58, height: 26 };
const PROJECTION = 28;
const WIDEST_NODE = 220;

export interface Frame { readonly compact: boolean; /** Width by height of the place there is: columns grow to fill it. */ readonly aspect: number }

const clamp = (value: number, [least, most]: readonly [number, number]): number => Math.max(least, Math.min(most, value));

export function layoutFlow(scenario: Scenario, { compact, aspect }: Frame): FlowLayout {
  const size = compact ? COMPACT : ROOMY;
  const { steps } = scenario.saga;
  const used = scenario.services.map((service, index) => ({ id: service.id, index })).filter(({ id }) => steps.some(({ service }) => service === id));

  let y = 0;
  const rows: { process: string; index: number; y: number; height: number }[] = [];
  const row = (process: string, index: number, content: number): number => {
    const top = y;
    rows.push({ process, index, y, height: size.top + content + size.bottom });
    y += size.top + content + size.bottom + size.gap;
    return top;
  };
  const orchestrator = row('orchestrator', -1, MARKER.height);
  const rowOf = new Map(used.map(({ id, index }) => {
    const undoes = steps.some(({ service, compensation }) => service === id && compensation !== null);
    return [id, row(id, index, Math.max(size.action + (undoes ? size.between + size.compensation : 0), size.least))];
  }));
  const views = compact ? [] : scenario.projections;
  // Without its views it is still a place for failures.
  const readSide = scenario.projections.length > 0 ? row('projector', -1, compact ? 0 : PROJECTION) : 0;
  const height = y - size.gap;

  const columns = Math.max(2, steps.length);
  const column = Math.round(clamp((height * aspect - size.head) / columns, size.column));
  const width = size.head + columns * column;
  const node = Math.min(WIDEST_NODE, column - size.free);
  const boxes = steps.map((step, index): StepBoxes => {
    const centre = size.head + index * column + column / 2;
    const action = { x: centre - node / 2, y: (rowOf.get(step.service) ?? orchestrator) + size.top, width: node, height: size.action };
    return {
      id: step.id, action,
      marker: { x: centre - MARKER.width / 2, y: orchestrator + size.top, ...MARKER },
      compensation: step.compensation ? { ...action, y: action.y + size.action + size.between, height: size.compensation } : null,
    };
  });
  const share = (width - size.head) / Math.max(1, views.length);
  const projections = views.map(({ id }, index) => ({ id, box: { x: size.head + index * share + 6, y: readSide + size.top, width: share - 12, height: PROJECTION } }));
  const lanes = rows.map(({ process, index, y: top, height: tall }): Lane => ({ process, index, box: { x: 0, y: top, width, height: tall } }));
  return { compact, width, height, lanes, steps: boxes, projections };
}

/** Smaller than this nobody can read it: the graph then goes beyond the frame, and shows the step in progress. */
const READABLE = { narrow: 0.68, wide: 0.5 };
const LARGEST = 1.25;
/** Frames narrower than this get the compact layout. */
export const NARROW = 560;

/** How to look at the graph in a frame of this many pixels: whole where it stays readable, else around step `cursor`, or its compensation. */
export function fitted({ width, height, steps }: FlowLayout, frame: { readonly width: number; readonly height: number }, cursor: number, phase: 'action' | 'compensation' = 'action'): { x: number; y: number; zoom: number; whole: boolean } {
  const narrow = frame.width < NARROW;
  const margin = narrow ? 4 : 14;
  const whole = Math.min((frame.width - 2 * margin) / width, (frame.height - 2 * margin) / height);
  const zoom = Math.max(narrow ? READABLE.narrow : READABLE.wide, Math.min(LARGEST, whole));
  const along = (size: number, place: number, focus: number): number => {
    const free = place - size * zoom;
    return free >= 2 * margin - 1 ? free / 2 : Math.max(free - margin, Math.min(margin, place / 2 - focus * zoom));
  };
  const step = steps[cursor];
  const box = (phase === 'compensation' ? step?.compensation : null) ?? step?.action;
  return { x: along(width, frame.width, box ? box.x + box.width / 2 : 0), y: along(height, frame.height, box ? box.y + box.height / 2 : 0), zoom, whole: whole >= zoom };
}

const ASIDE = 16;
const LANE_CHANGE = 7;

/** Down to the action on the left of the column; the reply comes up on the right. */
export const requestWay = ({ marker, action }: StepBoxes): readonly Point[] => {
  const x = marker.x + marker.width / 2 - ASIDE;
  return [{ x, y: marker.y + marker.height }, { x, y: action.y }];
};
export const replyWay = ({ marker, action }: StepBoxes): readonly Point[] => {
  const x = marker.x + marker.width / 2 + ASIDE;
  return [{ x, y: action.y }, { x, y: marker.y + marker.height }];
};
/** Around the action's right side to the compensation beneath it; its reply takes the same way back. */
export function compensationWay({ marker, action, compensation }: StepBoxes): readonly Point[] {
  if (!compensation) return [];
  const right = action.x + action.width;
  const x = right + LANE_CHANGE;
  return [
    { x: marker.x + marker.width, y: marker.y + marker.height - 6 }, { x, y: marker.y + marker.height - 6 },
    { x, y: compensation.y + compensation.height / 2 }, { x: right, y: compensation.y + compensation.height / 2 },
  ];
}
/** From one compensation to the one that runs after it: leftwards, against the order of the actions. */
export function reverseWay(from: Box, to: Box): readonly Point[] {
  const x = from.x - LANE_CHANGE;
  const y = from.y + from.height / 2;
  const target = to.y + to.height - 10;
  return [{ x: from.x, y }, { x, y }, { x, y: target }, { x: to.x + to.width, y: target }];
}
/** From a step down the left of its column to a projection. */
export function eventWay({ action }: StepBoxes, projection: Box): readonly Point[] {
  const x = action.x - LANE_CHANGE;
  const y = action.y + action.height - 12;
  const shelf = projection.y - 5;
  const end = projection.x + projection.width / 2;
  return [{ x: action.x, y }, { x, y }, { x, y: shelf }, { x: end, y: shelf }, { x: end, y: projection.y }];
}

/** The way of a message; null where it has none on this graph. */
export function wayOf(layout: FlowLayout, scenario: Scenario, message: Envelope): readonly Point[] | null {
  const index = scenario.saga.steps.findIndex(({ id }) => id === message.step);
  const step = layout.steps[index];
  if (message.from === 'client') {
    const first = layout.steps[0];
    return first ? [{ x: 0, y: first.marker.y + 13 }, { x: first.marker.x, y: first.marker.y + 13 }] : null;
  }
  const publisher = message.from.startsWith('relay:') ? message.from : message.to.startsWith('relay:') ? message.to : null;
  if (publisher !== null) {
    const view = message.kind === 'event' ? message.to : message.from;
    const projection = layout.projections.find(({ id }) => `projection:${id}` === view);
    const source = step ?? layout.steps[scenario.saga.steps.findIndex(({ service }) => `relay:${service}` === publisher)];
    if (!projection || !source) return null;
    const way = eventWay(source, projection.box);
    return message.kind === 'event' ? way : way.slice().reverse();
  }
  if (!step) return null;
  const compensates = message.phase === 'compensation' && step.compensation !== null;
  if (message.kind === 'command') return compensates ? compensationWay(step) : requestWay(step);
  return compensates ? compensationWay(step).slice().reverse() : replyWay(step);
}

/** The point at `fraction` of the length of a way. */
export function along(way: readonly Point[], fraction: number): Point {
  let length = 0;
  for (let index = 1; index < way.length; index += 1) length += Math.hypot(way[index]!.x - way[index - 1]!.x, way[index]!.y - way[index - 1]!.y);
  let left = length * fraction;
  for (let index = 1; index < way.length; index += 1) {
    const from = way[index - 1]!;
    const to = way[index]!;
    const part = Math.hypot(to.x - from.x, to.y - from.y);
    if (left <= part) return part === 0 ? to : { x: from.x + ((to.x - from.x) * left) / part, y: from.y + ((to.y - from.y) * left) / part };
    left -= part;
  }
  return way[way.length - 1] ?? { x: 0, y: 0 };
}

/** As an SVG path, its corners rounded. */
export function pathOf(way: readonly Point[], radius = 7): string {
  if (way.length < 2) return '';
  let path = `M${way[0]!.x} ${way[0]!.y}`;
  for (let index = 1; index < way.length - 1; index += 1) {
    const corner = way[index]!;
    const before = towards(corner, way[index - 1]!, radius);
    const after = towards(corner, way[index + 1]!, radius);
    path += `L${before.x} ${before.y}Q${corner.x} ${corner.y} ${after.x} ${after.y}`;
  }
  const end = way[way.length - 1]!;
  return `${path}L${end.x} ${end.y}`;
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const part = length === 0 ? 0 : Math.min(distance, length / 2) / length;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}
