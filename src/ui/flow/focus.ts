/** Arrow keys walk over the groups of the flow: sideways from step to step, up and down between lanes, actions and compensations. */
import { PLACES } from '../palette/hand.ts';

/** Moves the focus to the nearest group in the key's direction, while a failure is in the hand to the nearest place for it; false when the key is no arrow or nothing lies there. */
export function focusNeighbour(from: HTMLElement, key: string): boolean {
  const direction = DIRECTIONS[key];
  if (!direction) return false;
  const home = from.getBoundingClientRect();
  const [dx, dy] = direction;
  let nearest: HTMLElement | null = null;
  let least = Infinity;
  const flow = from.closest('.react-flow');
  for (const group of flow?.querySelectorAll<HTMLElement>(flow.querySelector(PLACES) ? PLACES : '[role="group"][data-drop]') ?? []) {
    if (group === from) continue;
    const box = group.getBoundingClientRect();
    const x = box.left + box.width / 2 - (home.left + home.width / 2);
    const y = box.top + box.height / 2 - (home.top + home.height / 2);
    const ahead = x * dx + y * dy;
    if (ahead <= 4) continue;
    const distance = ahead + 3 * Math.abs(x * dy + y * dx);
    if (distance < least) { least = distance; nearest = group; }
  }
  nearest?.focus();
  return nearest !== null;
}

const DIRECTIONS: { readonly [key: string]: readonly [number, number] } = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
