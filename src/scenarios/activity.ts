/** An activity of the document, compiled to what a service runs: guards, then effects, then one fact. */
import { load } from '#patterns/event-sourcing/decider.ts';
import type { Activity, Fact } from '#patterns/database-per-service/service.ts';
import type { DatabaseReader } from '#kernel/participant.ts';
import type { Envelope, Json, Row, RowWrite, StoredEvent } from '#trace/records.ts';
import { compileChanges, compileForEach } from './changes.ts';
import type { ActivityDocument, AggregateDocument, Effect, EventTemplate, Guard, ServiceDocument, TableDocument } from './document.ts';
import { ActivityError, asText, compileRecord, compileTemplate } from './template.ts';
import type { Scope } from './template.ts';

/** Reads a row as this transaction sees it: what it wrote already, then what is committed. */
type ReadRow = (table: string, key: string) => Row | undefined;
type Run = (read: ReadRow, scope: Scope, writes: RowWrite[]) => void;

export function compileActivity(document: ActivityDocument, service: ServiceDocument): Activity {
  const initial = new Map(service.aggregates.map((aggregate) => [aggregate.id, aggregate.initial]));
  const guards = document.guards.map((guard) => compileGuard(guard, initial.get(guard.table)));
  const effects = document.effects.map((effect) => compileEffect(effect, service.tables));
  const aggregates = new Map(service.aggregates.map((aggregate) => [aggregate.id, compileAggregate(aggregate)]));
  const event = document.event && compileEvent(document.event);
  const rejection = document.rejection && compileEvent(document.rejection);
  return {
    run(database, message) {
      const scope = scopeOf(message);
      const writes: RowWrite[] = [];
      const read: ReadRow = (table, key) => {
        for (let index = writes.length - 1; index >= 0; index -= 1) {
          const write = writes[index]!;
          if (write.key === key && write.table === table) return write.row ?? undefined;
        }
        const aggregate = aggregates.get(table);
        return aggregate ? aggregate(database, key) : database.get(table, key);
      };
      try {
        for (const guard of guards) {
          const reason = guard(read, scope);
          if (reason !== null) return { ok: false, reason };
        }
        for (const effect of effects) effect(read, scope, writes);
        return { ok: true, writes, fact: event ? event(scope) : null };
      } catch (error) {
        if (error instanceof ActivityError) return { ok: false, reason: error.message };
        throw error;
      }
    },
    rejection(message, reason) {
      if (!rejection) return null;
      const fact = rejection(scopeOf(message));
      (fact.data as { reason?: string }).reason = reason;
      return fact;
    },
  };
}

const scopeOf = (message: Envelope): Scope => ({ request: message.data, item: undefined, saga: { id: message.saga }, event: undefined, data: undefined });

/** A primary key as every store takes it. */
function asKey(value: Json, table: string): string {
  if (typeof value !== 'string' && typeof value !== 'number') throw new ActivityError(`bad-key: ${table}`);
  return String(value);
}

function compileEvent(template: EventTemplate): (scope: Scope) => Fact {
  const stream = compileTemplate(template.stream);
  const data = compileRecord(template.data);
  return (scope) => ({ type: template.type, stream: asText(stream(scope)), data: data(scope) });
}

const TESTS: { readonly [test in Guard['test']]: (left: Json | undefined, right: Json) => boolean } = {
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '>=': (left, right) => left !== undefined && left !== null && right !== null && left >= right,
  '<=': (left, right) => left !== undefined && left !== null && right !== null && left <= right,
  '>': (left, right) => left !== undefined && left !== null && right !== null && left > right,
  '<': (left, right) => left !== undefined && left !== null && right !== null && left < right,
  exists: (left) => left !== undefined,
  absent: (left) => left === undefined,
};

/** Gives the reason of the first refusal, or null. */
function compileGuard(guard: Guard, initial?: Row): (read: ReadRow, scope: Scope) => string | null {
  const each = compileForEach(guard.forEach);
  const key = compileTemplate(guard.key);
  const value = compileTemplate(guard.value);
  const test = TESTS[guard.test];
  return (read, scope) => {
    for (const own of each(scope)) {
      const row = read(guard.table, asText(key(own)));
      const left = guard.test === 'exists' || guard.test === 'absent' ? (row as Json | undefined) : (row ?? initial)?.[guard.field];
      if (!test(left, value(own))) return guard.reason;
    }
    return null;
  };
}

function compileEffect(effect: Effect, tables: readonly TableDocument[]): Run {
  const { table } = effect;
  const definition = tables.find(({ id }) => id === table)!;
  const each = compileForEach(effect.forEach);
  const checks = definition.checks.map((guard) => compileGuard(guard));
  const check = (read: ReadRow, scope: Scope): void => {
    for (const rule of checks) {
      const reason = rule(read, scope);
      if (reason !== null) throw new ActivityError(reason);
    }
  };
  if ('row' in effect) {
    const build = compileRecord(effect.row);
    return (read, scope, writes) => {
      for (const own of each(scope)) {
        const row = build(own);
        const key = asKey(row[definition.key] ?? null, table);
        if (effect.op === 'insert' && read(table, key)) throw new ActivityError(`duplicate-key: ${table}/${key}`);
        writes.push({ table, key, row });
        if (checks.length > 0) check(read, { ...own, item: row });
      }
    };
  }
  const at = compileTemplate(effect.key);
  const change = effect.op === 'update' ? compileChanges(effect.changes) : null;
  return (read, scope, writes) => {
    for (const own of each(scope)) {
      const key = asKey(at(own), table);
      const row = read(table, key);
      if (!row) throw new ActivityError(`no-such-row: ${table}/${key}`);
      writes.push({ table, key, row: change ? change(row, own) : null });
      if (change && checks.length > 0) check(read, { ...own, item: writes.at(-1)!.row });
    }
  };
}

/** An aggregate's state by its id, folded from its stream each time it is asked for; undefined where nothing has happened to it. */
function compileAggregate(aggregate: AggregateDocument): (database: DatabaseReader, id: string) => Row | undefined {
  const evolve = new Map(Object.entries(aggregate.evolve).map(([type, changes]) => [type, compileChanges(changes)]));
  const decider = {
    initialState: aggregate.initial,
    evolve: (state: Row, event: StoredEvent): Row => evolve.get(event.type)?.(state, { event: { type: event.type, at: event.at }, data: event.data }) ?? state,
  };
  return (database, id) => {
    const { state, version } = load(database, id.startsWith(aggregate.prefix) ? id : `${aggregate.prefix}${id}`, decider);
    return version === 0 ? undefined : state;
  };
}
