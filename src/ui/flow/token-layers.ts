/** Draws tokens without React: a pool of elements moved by transform, or one canvas when there are many. */
import { TOKEN_COLOURS } from './token-look.ts';
import type { TokenLook } from './token-look.ts';

export interface Token {
  readonly id: number; readonly look: TokenLook; readonly x: number; readonly y: number; readonly opacity: number;
  readonly lost: boolean; readonly copy: boolean;
}
export interface TokenLayer { draw(tokens: readonly Token[]): void; clear(): void }

const GLYPHS: { readonly [look in TokenLook]: string } = { command: '', compensation: '', 'reply-ok': '✓', 'reply-no': '✕', event: '' };

/** Elements stay with their message, so that only transforms change from frame to frame. */
export function elementLayer(host: HTMLElement, className: string): TokenLayer {
  const used = new Map<number, HTMLElement>();
  const spare: HTMLElement[] = [];
  const release = (id: number, element: HTMLElement): void => { used.delete(id); element.hidden = true; spare.push(element); };
  return {
    draw(tokens) {
      const present = new Set<number>();
      for (const token of tokens) {
        present.add(token.id);
        let element = used.get(token.id);
        if (!element) {
          element = spare.pop() ?? host.appendChild(document.createElement('span'));
          element.className = className;
          element.hidden = false;
          element.dataset['look'] = token.look;
          element.dataset['message'] = String(token.id);
          element.toggleAttribute('data-copy', token.copy);
          element.removeAttribute('data-lost');
          element.textContent = GLYPHS[token.look];
          used.set(token.id, element);
        }
        const crossed = token.lost && token.opacity < 1;
        if (element.hasAttribute('data-lost') !== crossed) {
          element.toggleAttribute('data-lost', crossed);
          element.textContent = crossed ? '✕' : GLYPHS[token.look];
        }
        element.style.transform = `translate(${token.x}px, ${token.y}px)`;
        element.style.opacity = String(token.opacity);
      }
      for (const [id, element] of used) if (!present.has(id)) release(id, element);
    },
    clear() { for (const [id, element] of used) release(id, element); },
  };
}

/** `viewport`: the graph's present translation and zoom. */
export function canvasLayer(canvas: HTMLCanvasElement, viewport: () => readonly [number, number, number]): TokenLayer {
  const context = canvas.getContext('2d');
  let colours: { readonly [look: string]: string } | null = null;
  let dark = '';
  const resolve = (): { readonly [look: string]: string } => {
    const resolved: Record<string, string> = {};
    for (const [look, colour] of Object.entries(TOKEN_COLOURS)) {
      canvas.style.color = colour;
      resolved[look] = getComputedStyle(canvas).color;
    }
    return resolved;
  };
  const clear = (): void => context?.clearRect(0, 0, canvas.width, canvas.height);
  return {
    draw(tokens) {
      if (!context) return;
      const scheme = document.documentElement.dataset['theme'] ?? '';
      if (!colours || dark !== scheme) { colours = resolve(); dark = scheme; }
      const density = devicePixelRatio;
      const width = Math.round(canvas.clientWidth * density);
      const height = Math.round(canvas.clientHeight * density);
      if (canvas.width !== width || canvas.height !== height) { canvas.width = width; canvas.height = height; }
      clear();
      const [x, y, zoom] = viewport();
      context.setTransform(zoom * density, 0, 0, zoom * density, x * density, y * density);
      for (const token of tokens) {
        context.globalAlpha = token.opacity;
        context.fillStyle = colours[token.look] ?? '#888';
        context.beginPath();
        if (token.look === 'event') context.rect(token.x - 4, token.y - 4, 8, 8);
        else context.arc(token.x, token.y, 5, 0, 2 * Math.PI);
        context.fill();
      }
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.globalAlpha = 1;
    },
    clear,
  };
}
