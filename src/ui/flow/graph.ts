/** The layout as React Flow's nodes and edges. They never change while a run goes on: what moves is read by each node itself. */
import type { Edge, Node } from '@xyflow/react';
import type { Scenario } from '../kit/scenario.ts';
import { compensationWay, eventWay, pathOf, replyWay, requestWay, reverseWay } from './layout.ts';
import type { Box, FlowLayout } from './layout.ts';
import type { WayEdgeData } from './WayEdge.tsx';

const node = (id: string, type: string, box: Box, data: Record<string, unknown>, zIndex: number): Node => ({
  id, type, data, zIndex, position: { x: box.x, y: box.y }, width: box.width, height: box.height, draggable: false, selectable: false, focusable: false,
});

export function nodesOf({ lanes, steps, projections, compact }: FlowLayout): Node[] {
  return [
    ...lanes.map(({ process, index, box }) => node(`lane:${process}`, 'lane', box, { process, index, compact }, 0)),
    ...steps.flatMap(({ id, marker, action, compensation }, index) => [
      node(`marker:${id}`, 'marker', marker, { index }, 2),
      node(`action:${id}`, 'step', action, { index, phase: 'action', compact }, 2),
      ...(compensation ? [node(`compensation:${id}`, 'step', compensation, { index, phase: 'compensation', compact }, 2)] : []),
    ]),
    ...projections.map(({ id, box }) => node(`projection:${id}`, 'projection', box, { id }, 2)),
  ];
}

export function edgesOf({ steps, projections }: FlowLayout, scenario: Scenario): Edge[] {
  const edges: Edge[] = [];
  const edge = (source: string, target: string, data: WayEdgeData): void => {
    edges.push({ id: `${data.type}:${source}:${target}`, source, target, type: 'way', data, zIndex: 1, selectable: false, focusable: false });
  };
  let compensated: { readonly index: number; readonly box: Box } | null = null;
  for (const [index, step] of steps.entries()) {
    const { id, marker, action, compensation } = step;
    edge(`marker:${id}`, `action:${id}`, { type: 'request', path: pathOf(requestWay(step)), index });
    edge(`action:${id}`, `marker:${id}`, { type: 'reply', path: pathOf(replyWay(step)), index });
    const next = steps[index + 1];
    if (next) {
      const y = marker.y + marker.height / 2;
      edge(`marker:${id}`, `marker:${next.id}`, { type: 'sequence', path: pathOf([{ x: marker.x + marker.width, y }, { x: next.marker.x, y }]), index: index + 1 });
    }
    if (compensation) {
      edge(`marker:${id}`, `compensation:${id}`, { type: 'compensate', path: pathOf(compensationWay(step)), index });
      if (compensated) {
        const to = steps[compensated.index]!;
        edge(`compensation:${id}`, `compensation:${to.id}`, { type: 'reverse', path: pathOf(reverseWay(compensation, compensated.box)), index: compensated.index });
      }
      compensated = { index, box: compensation };
    }
    const { action: activity } = scenario.saga.steps[index]!;
    for (const projection of projections) {
      const fed = scenario.projections.find((candidate) => candidate.id === projection.id)?.on ?? {};
      if (activity.event && activity.event.type in fed) edge(`action:${id}`, `projection:${projection.id}`, { type: 'event', path: pathOf(eventWay({ ...step, action }, projection.box)), index });
    }
  }
  return edges;
}
