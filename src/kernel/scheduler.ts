/**
 * The virtual clock's agenda. Deadlines are whole milliseconds; what falls due in the same millisecond is handed out in the order in
 * which it was scheduled. The clock moves from deadline to deadline and never leaps over one.
 */
import TinyQueue from 'tinyqueue';

interface Slot<T> { items: T[]; head: number }

export class Scheduler<T> {
  private readonly slots = new Map<number, Slot<T>>();
  private readonly times = new TinyQueue<number>([], (a, b) => a - b);
  private first: Slot<T> | null = null;
  private firstTime = 0;
  private readonly cancelled = new Set<T>();

  schedule(at: number, item: T): void {
    const slot = this.slots.get(at);
    if (slot) {
      slot.items.push(item);
      return;
    }
    const fresh = { items: [item], head: 0 };
    this.slots.set(at, fresh);
    this.times.push(at);
    if (this.first && at < this.firstTime) this.first = null;
  }

  /** Passes over an item that is still scheduled. */
  cancel(item: T): void { this.cancelled.add(item); }

  /** The time of the next item; null when nothing is left. */
  nextAt(): number | null { return this.settle() ? this.firstTime : null; }

  pop(): T | null {
    const slot = this.settle();
    if (!slot) return null;
    const item = slot.items[slot.head]!;
    slot.head += 1;
    return item;
  }

  /** Everything still scheduled, in order of time; for what must be looked through (a crash, power loss). */
  *pending(): Iterable<T> {
    const times = [...this.slots.keys()].sort((a, b) => a - b);
    for (const time of times) {
      const slot = this.slots.get(time)!;
      for (let index = slot.head; index < slot.items.length; index += 1) {
        const item = slot.items[index]!;
        if (!this.cancelled.has(item)) yield item;
      }
    }
  }

  /** Brings the first item that is still due to the front. */
  private settle(): Slot<T> | null {
    for (;;) {
      if (!this.first) {
        const time = this.times.peek();
        if (time === undefined) return null;
        this.firstTime = time;
        this.first = this.slots.get(time)!;
      }
      const slot = this.first;
      if (this.cancelled.size > 0) {
        while (slot.head < slot.items.length && this.cancelled.delete(slot.items[slot.head]!)) slot.head += 1;
      }
      if (slot.head < slot.items.length) return slot;
      this.slots.delete(this.firstTime);
      this.times.pop();
      this.first = null;
    }
  }
}
