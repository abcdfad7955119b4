/** Where everything stands: a lane per process, a column per step, and the ways that messages take between them. Pixels of the graph. */
import type { Envelope } from '#trace/records.ts';
import type { Scenario } from '../kit/scenario.ts';

export interface Point { readonly x: number; readonly y: number }
export interface Box extends Point { readonly width: number; readonly height: number }
export interface Lane { readonly process: string; readonly box: Box; /** Index of the service; -1 for orchestrator and projector. */ readonly index: number }
export interface StepBoxes { readonly id: string; readonly marker: Box; readonly action: Box; readonly compensation: Box | null }
export interface FlowLayout {
  readonly compact: boolean;
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly Lane[];
  readonly steps: readonly StepBoxes[];
  readonly projections: readonly { readonly id: string; readonly box: Box }[];
}

const WIDE = { head: 126, column: 190, node: 152, top: 10 };
const COMPACT = { head: 8, column: 138, node: 118, top: 24 };
const ACTION = 58;
const COMPENSATION = 50;
const BETWEEN = 14;
const LANE_GAP = 6;
const MARKER = { width: 58, height: 26 };
const PROJECTION = 28;

export function layoutFlow(scenario: Scenario, compact: boolean): FlowLayout {
  const size = compact ? COMPACT : WIDE;
  const { steps } = scenario.saga;
  const width = size.head + Math.max(2, steps.length) * size.column;
  const centre = (index: number): number => size.head + index * size.column + size.column / 2;
  const used = scenario.services.map((service, index) => ({ id: service.id, index })).filter(({ id }) => steps.some(({ service }) => service === id));

  let y = 0;
  const lanes: Lane[] = [];
  const lane = (process: string, index: number, height: number): Box => {
    const box = { x: 0, y, width, height };
    lanes.push({ process, index, box });
    y += height + LANE_GAP;
    return box;
  };
  const top = lane('orchestrator', -1, size.top + MARKER.height + 14);
  const laneOf = new Map(used.map(({ id, index }) => {
    const undoes = steps.some(({ service, compensation }) => service === id && compensation !== null);
    return [id, lane(id, index, size.top + ACTION + (undoes ? BETWEEN + COMPENSATION : 0) + 10)];
  }));
  const boxes = steps.map((step, index): StepBoxes => {
    const home = laneOf.get(step.service) ?? top;
    const left = centre(index) - size.node / 2;
    const action = { x: left, y: home.y + size.top, width: size.node, height: ACTION };
    return {
      id: step.id, action,
      marker: { x: centre(index) - MARKER.width / 2, y: top.y + size.top, ...MARKER },
      compensation: step.compensation ? { ...action, y: action.y + ACTION + BETWEEN, height: COMPENSATION } : null,
    };
  });
  const readSide = scenario.projections.length > 0 ? lane('projector', -1, size.top + PROJECTION + 12) : null;
  const share = (width - size.head) / Math.max(1, scenario.projections.length);
  const projections = readSide === null ? [] : scenario.projections.map(({ id }, index) => ({
    id, box: { x: size.head + index * share + 6, y: readSide.y + size.top, width: share - 12, height: PROJECTION },
  }));
  return { compact, width, height: y - LANE_GAP, lanes, steps: boxes, projections };
}

const ASIDE = 16;
const LANE_CHANGE = 9;

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
