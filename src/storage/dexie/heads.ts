/** How far each stream is: what a commit is checked against before its transaction starts. */
import type { StoredEvent } from '#trace/records.ts';
import { CommitRefused } from '../port.ts';

export class Heads {
  private readonly versions = new Map<string, number>();
  private position = 0;
  constructor(events: readonly StoredEvent[]) { this.advance(events); }

  /** @throws CommitRefused when a version does not follow its stream's (D33, D34) or a position was used. */
  check(events: readonly StoredEvent[]): void {
    const expected = new Map<string, number>();
    let { position } = this;
    for (const event of events) {
      const version = expected.get(event.stream) ?? this.versions.get(event.stream) ?? 0;
      if (event.version !== version + 1) {
        throw new CommitRefused(`stream ${event.stream}: expected version ${event.version - 1}, is ${version}`, event.stream);
      }
      if (event.position <= position) throw new CommitRefused(`event ${event.id}: position ${event.position} is already used`, event.stream);
      position = event.position;
      expected.set(event.stream, event.version);
    }
  }

  advance(events: readonly StoredEvent[]): void {
    for (const { stream, version, position } of events) {
      this.versions.set(stream, version);
      this.position = position;
    }
  }
}
