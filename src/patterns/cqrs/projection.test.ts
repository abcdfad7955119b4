import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Draft, HandlingContext } from '#kernel/participant.ts';
import { openMemory } from '#storage/memory.ts';
import type { MemoryDatabase } from '#storage/port.ts';
import type { Envelope, StoredEvent } from '#trace/records.ts';
import { Projection } from './projection.ts';
import type { Project } from './projection.ts';

/** Counts the events of each type, and remembers the last position: adding twice or out of order would show. */
const countByType: Project = (event, row) => {
  const before = row(event.type);
  return [{ key: event.type, row: { type: event.type, count: ((before?.['count'] as number | undefined) ?? 0) + 1, last: event.position } }];
};
const context: HandlingContext = { now: 5, nextPosition: 1, directive: { verdict: 'proceed', reason: null, crash: null, abort: null } };
const open = (): MemoryDatabase => openMemory({ id: 'projector', participants: [], tables: { counts: 'type', checkpoints: 'projection' }, rows: {} });
const event = (position: number): Envelope => {
  const stored: StoredEvent = {
    id: `e${position}`, position, stream: 's', version: position, type: position % 3 === 0 ? 'B' : 'A', service: 'orders', saga: null, step: null, correlation: null,
    causation: 0, at: position, data: {},
  };
  return {
    id: position, kind: 'event', type: stored.type, from: 'relay:orders', to: 'projection:counts', saga: null, step: null, phase: null, attempt: 0, key: stored.id,
    causation: 0, sentAt: 0, arrivesAt: 1, lost: null, copy: false, data: stored as unknown as Envelope['data'],
  };
};
const deliver = (projection: Projection, database: MemoryDatabase, position: number): Draft => {
  const draft = projection.handle(database, event(position), context);
  if (draft.commit) database.commit(draft.commit);
  return draft;
};

describe('a projection', () => {
  test('commits its view and its checkpoint together (D40)', () => {
    const draft = new Projection('counts', countByType, ['orders']).handle(open(), event(1), context);
    expect(draft.commit!.writes.map(({ table, key }) => `${table}/${key}`)).toEqual(['counts/A', 'checkpoints/counts']);
  });

  test('waits for an event that is missing, and takes a repeated one once (D31, D40)', () => {
    const database = open();
    const projection = new Projection('counts', countByType, ['orders']);
    expect(deliver(projection, database, 2).note).toBe('waiting');
    expect(database.count('counts')).toBe(0);
    expect(deliver(projection, database, 1).note).toBe('projected');
    expect(database.get('checkpoints', 'counts')).toMatchObject({ position: 2 });
    expect(deliver(projection, database, 2).note).toBe('duplicate');
    expect(database.get('counts', 'A')).toMatchObject({ count: 2 });
  });

  test('after a restart asks every source for what came after its checkpoint (D41)', () => {
    const database = open();
    deliver(new Projection('counts', countByType, ['orders']), database, 1);
    const restarted = new Projection('counts', countByType, ['orders', 'payments']);
    expect(restarted.recover(database)!.sends.map(({ to, data }) => [to, data])).toEqual([['relay:orders', { after: 1 }], ['relay:payments', { after: 1 }]]);
  });

  test('shows only states that were once valid, in whatever order events arrive and however often (D41, D42)', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 80 }), (arrivals) => {
      const valid = [open().dump()];
      const ordered = open();
      const straight = new Projection('counts', countByType, ['orders']);
      for (let position = 1; position <= 12; position += 1) {
        deliver(straight, ordered, position);
        valid.push(ordered.dump());
      }
      const database = open();
      const projection = new Projection('counts', countByType, ['orders']);
      for (const position of arrivals) {
        deliver(projection, database, position);
        const checkpoint = (database.get('checkpoints', 'counts')?.['position'] as number | undefined) ?? 0;
        expect(database.dump()).toEqual(valid[checkpoint]);
      }
    }));
  });
});
