/**
 * The business of the peers, the same for each of them: reserve, pay, order (refused), refund, release. Plain maps and a history of what
 * happened; no bus, no clock, no inbox or outbox, no stored events: those are what the peers go without.
 */
import type { Run } from './contender.ts';

export interface Order { readonly id: string; readonly customer: string; readonly items: readonly { readonly sku: string; readonly quantity: number }[]; readonly amount: number }
export class Rejected extends Error { override readonly name = 'Rejected'; }

const PLENTY = 1_000_000_000;
const REQUESTS: readonly Omit<Order, 'id'>[] = [
  { customer: 'ana', items: [{ sku: 'book', quantity: 2 }, { sku: 'lamp', quantity: 1 }], amount: 65 },
  { customer: 'ben', items: [{ sku: 'lamp', quantity: 1 }], amount: 35 },
  { customer: 'chloe', items: [{ sku: 'book', quantity: 1 }, { sku: 'mug', quantity: 3 }], amount: 39 },
];
const EXPECTED = ['reserved', 'paid', 'refused', 'refunded', 'released'].join();

export const ordersOf = (sagas: number): readonly Order[] =>
  Array.from({ length: sagas }, (_, index) => ({ id: `order-${index + 1}`, ...REQUESTS[index % REQUESTS.length]! }));

export class Shop {
  private readonly stock = new Map([['book', PLENTY], ['lamp', PLENTY], ['mug', PLENTY]]);
  private readonly balances = new Map([['ana', PLENTY], ['ben', PLENTY], ['chloe', PLENTY]]);
  private readonly history: { readonly order: string; readonly fact: string }[] = [];

  reserve(order: Order): void {
    for (const { sku, quantity } of order.items) if (this.stock.get(sku)! < quantity) throw new Rejected('out-of-stock');
    for (const { sku, quantity } of order.items) this.stock.set(sku, this.stock.get(sku)! - quantity);
    this.history.push({ order: order.id, fact: 'reserved' });
  }

  release(order: Order): void {
    for (const { sku, quantity } of order.items) this.stock.set(sku, this.stock.get(sku)! + quantity);
    this.history.push({ order: order.id, fact: 'released' });
  }

  pay(order: Order): void {
    const balance = this.balances.get(order.customer)!;
    if (balance < order.amount) throw new Rejected('insufficient-funds');
    this.balances.set(order.customer, balance - order.amount);
    this.history.push({ order: order.id, fact: 'paid' });
  }

  refund(order: Order): void {
    this.balances.set(order.customer, this.balances.get(order.customer)! + order.amount);
    this.history.push({ order: order.id, fact: 'refunded' });
  }

  /** False: the order is refused, which is what happens to each of them here. For peers that branch on an answer. */
  accept(order: Order): boolean {
    this.history.push({ order: order.id, fact: 'refused' });
    return false;
  }

  /** The same for peers that branch on an exception. */
  create(order: Order): void {
    if (!this.accept(order)) throw new Rejected('business-rejection');
  }

  /** @throws Error unless each order went through exactly its three steps and its two compensations in reverse, and nothing is missing. */
  check(sagas: number): { readonly compensations: number } {
    const histories = new Map<string, string[]>();
    let compensations = 0;
    for (const { order, fact } of this.history) {
      const facts = histories.get(order) ?? [];
      histories.set(order, facts);
      facts.push(fact);
      if (fact === 'refunded' || fact === 'released') compensations += 1;
    }
    if (histories.size !== sagas) throw new Error(`${histories.size} sagas ran, not ${sagas}`);
    for (const [order, facts] of histories) if (facts.join() !== EXPECTED) throw new Error(`${order}: ${facts.join()}`);
    for (const left of [...this.stock.values(), ...this.balances.values()]) if (left !== PLENTY) throw new Error(`${left} left, not ${PLENTY}`);
    return { compensations };
  }
}

/** A peer's run over a fresh shop; `work` puts every order through its saga. */
export function shopRun(sagas: number, work: (shop: Shop, orders: readonly Order[]) => void | Promise<void>): Run {
  const shop = new Shop();
  const orders = ordersOf(sagas);
  return { work: () => work(shop, orders), check: () => shop.check(sagas) };
}
