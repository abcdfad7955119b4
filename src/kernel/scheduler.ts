/**
 * The virtual clock's agenda. Deadlines are whole milliseconds; what falls due in the same millisecond is handed out in the order in
 * which it was scheduled. The clock moves from deadline to deadline and never leaps over one.
 *
 * A timing wheel: one slot for each of the next `SPAN` milliseconds, which cost nothing to keep in order, and a heap for what lies
 * further ahead. Source: G. Varghese, T. Lauck, Hashed and Hierarchical Timing Wheels (1987).
 */
import TinyQueue from 'tinyqueue';

/** A power of two, so that a time's slot is its last bits; longer than the usual latencies and deadlines. */
const SPAN = 1024;
const slotOf = (time: number): number => time & (SPAN - 1);

interface Far<T> { readonly at: number; readonly seq: number; readonly item: T }

export class Scheduler<T> {
  private readonly wheel: T[][] = Array.from({ length: SPAN }, () => []);
  private far = new TinyQueue<Far<T>>([], sooner);
  private seq = 0;
  /** When the last item was handed out. The wheel holds `now` up to, but without, `now + SPAN`; the heap holds the rest. */
  private now = 0;
  /** No slot before this time holds anything, nor do the first `head` places of its own. */
  private cursor = 0;
  private head = 0;
  private readonly isCancelled: (item: T) => boolean;

  /** `isCancelled`: true for an item that must be passed over; once true for an item, it stays so. */
  constructor(isCancelled: (item: T) => boolean) { this.isCancelled = isCancelled; }

  /** @throws RangeError for a time that has passed, or that is not a whole number. */
  schedule(at: number, item: T): void {
    if (!Number.isInteger(at) || at < this.now) throw new RangeError(`nothing can be scheduled for ${at} at ${this.now}`);
    if (at >= this.now + SPAN) {
      this.far.push({ at, seq: this.seq++, item });
      return;
    }
    this.wheel[slotOf(at)]!.push(item);
    if (at < this.cursor) {
      this.cursor = at;
      this.head = 0;
    }
  }

  /** The time of the next item; null when nothing is left. */
  nextAt(): number | null {
    for (; this.cursor < this.now + SPAN; this.cursor += 1, this.head = 0) {
      const slot = this.wheel[slotOf(this.cursor)]!;
      while (this.head < slot.length && this.isCancelled(slot[this.head]!)) this.head += 1;
      if (this.head < slot.length) return this.cursor;
      if (slot.length > 0) slot.length = 0;
    }
    while (this.far.length > 0 && this.isCancelled(this.far.peek()!.item)) this.far.pop();
    return this.far.peek()?.at ?? null;
  }

  pop(): T | null {
    const at = this.nextAt();
    if (at === null) return null;
    if (at > this.now) this.moveTo(at);
    const item = this.wheel[slotOf(at)]![this.head]!;
    this.head += 1;
    return item;
  }

  /** Everything still scheduled, in order of time; for what must be looked through (a crash, power loss). */
  *pending(): Iterable<T> {
    for (let time = this.cursor; time < this.now + SPAN; time += 1) {
      const slot = this.wheel[slotOf(time)]!;
      for (let index = time === this.cursor ? this.head : 0; index < slot.length; index += 1) if (!this.isCancelled(slot[index]!)) yield slot[index]!;
    }
    for (const { item } of this.far.data.toSorted(sooner)) if (!this.isCancelled(item)) yield item;
  }

  /** Takes back everything still scheduled that `which` names, and returns it in order of time. */
  withdraw(which: (item: T) => boolean): readonly T[] {
    const withdrawn = [...this.pending()].filter(which);
    const gone = new Set(withdrawn);
    this.wheel[slotOf(this.cursor)]!.splice(0, this.head);
    this.head = 0;
    for (const [index, slot] of this.wheel.entries()) this.wheel[index] = slot.filter((item) => !gone.has(item));
    this.far = new TinyQueue(this.far.data.filter(({ item }) => !gone.has(item)), sooner);
    return withdrawn;
  }

  /** Moves the clock to `at`. What comes within reach of the wheel leaves the heap before anything else can be scheduled for its time. */
  private moveTo(at: number): void {
    this.now = at;
    if (at > this.cursor) {
      this.cursor = at;
      this.head = 0;
    }
    for (let next = this.far.peek(); next && next.at < at + SPAN; next = this.far.peek()) {
      this.wheel[slotOf(next.at)]!.push(next.item);
      this.far.pop();
    }
  }
}

const sooner = (a: Far<unknown>, b: Far<unknown>): number => a.at - b.at || a.seq - b.seq;
