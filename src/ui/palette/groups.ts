/** The palette's order: what a failure hits first. */
import { FAILURE_KINDS } from '#session/failure-kinds.ts';

export type GroupId = 'step' | 'network' | 'process' | 'database' | 'readSide';

const GROUPS: { readonly [group in GroupId]: readonly string[] } = {
  step: ['business-rejection', 'transient-error', 'compensation-failure'],
  network: ['lost-request', 'lost-reply', 'delay-request', 'delay', 'duplicate-delivery', 'duplicate-reply', 'partition'],
  process: ['crash-before-commit', 'crash-after-commit', 'relay-crash', 'power-loss'],
  database: ['database-error', 'disk-full', 'concurrency-conflict'],
  readSide: ['duplicate-event', 'reordering', 'projector-lag', 'poison-event'],
};

const known = new Set(Object.values(GROUPS).flat());

/** Every kind of the registry once; one that no group names hits a process. */
export const PALETTE: readonly { readonly id: GroupId; readonly kinds: readonly string[] }[] = (Object.keys(GROUPS) as GroupId[]).map((id) => ({
  id, kinds: id === 'process' ? [...GROUPS.process, ...FAILURE_KINDS.flatMap((kind) => (known.has(kind.id) ? [] : [kind.id]))] : GROUPS[id],
}));
