/**
 * Takes the place of d3-transition in the built page (vite.config.ts): the part of it by which d3-zoom and React Flow glide from one view
 * to another. The package itself brings easings, timers, and the interpolation of colours, texts and attributes.
 */
import { selection } from 'd3-selection';

type Listener = (this: Element, ...args: unknown[]) => void;
type Tween = (this: Element, ...args: unknown[]) => (t: number) => void;
type Ease = (t: number) => number;

const cubicInOut: Ease = (t) => (t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2);

/** The glide that each element is in. */
const gliding = new WeakMap<Element, Glide>();

class Glide {
  private readonly element: Element;
  private readonly listeners: { readonly type: string; readonly listener: Listener }[] = [];
  private readonly tweens: Tween[] = [];
  private length = 250;
  private easing = cubicInOut;
  private frame = 0;
  private begun = false;

  constructor(element: Element) {
    this.element = element;
    interrupt(element);
    gliding.set(element, this);
    this.frame = requestAnimationFrame((now) => this.start(now));
  }

  selection() { return new selection.prototype.constructor([[this.element]], [null]); }
  duration(ms: number): this { this.length = ms; return this; }
  ease(ease: Ease): this { this.easing = ease; return this; }
  tween(_name: string, tween: Tween): this { this.tweens.push(tween); return this; }
  call(work: (glide: this, ...args: unknown[]) => void, ...args: unknown[]): this { work(this, ...args); return this; }

  /** `types`: `end`, `start.zoom`, `interrupt.zoom end.zoom`. */
  on(types: string, listener: Listener): this {
    for (const name of types.split(' ')) this.listeners.push({ type: name.split('.')[0]!, listener });
    return this;
  }

  interrupt(): void {
    cancelAnimationFrame(this.frame);
    gliding.delete(this.element);
    if (this.begun) this.tell('interrupt');
  }

  private start(startedAt: number): void {
    this.begun = true;
    this.tell('start');
    const moves = this.tweens.map((tween) => tween.call(this.element));
    const move = (now: number): void => {
      const t = Math.min(1, (now - startedAt) / this.length);
      for (const each of moves) each(this.easing(t));
      if (t < 1) this.frame = requestAnimationFrame(move);
      else {
        gliding.delete(this.element);
        this.tell('end');
      }
    };
    this.frame = requestAnimationFrame(move);
  }

  private tell(type: string): void {
    for (const each of this.listeners) if (each.type === type) each.listener.call(this.element);
  }
}

export const interrupt = (element: Element): void => gliding.get(element)?.interrupt();

Object.assign(selection.prototype, {
  transition(this: { node(): Element }) { return new Glide(this.node()); },
  interrupt(this: { node(): Element }) {
    interrupt(this.node());
    return this;
  },
});
