/** Frame times, and what of them the main thread was busy for. */
export interface Frames { readonly p50: number; readonly p95: number; readonly busy50: number; readonly busy95: number }

const atRank = (sorted: readonly number[], rank: number): number => sorted[Math.min(sorted.length - 1, Math.floor(rank * sorted.length))]!;
const nextFrame = (): Promise<number> => new Promise((resolve) => { requestAnimationFrame(resolve); });
/** Runs after this frame's style, layout and paint. */
const afterPaint = (): Promise<void> => new Promise((resolve) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => resolve(); port2.postMessage(null); });

/** Does `work` in each of `count` frames. `p50`, `p95`: time between frames; `busy`: from the beginning of a frame to the end of its paint. */
export async function frames(count: number, work: (frame: number) => void): Promise<Frames> {
  const between: number[] = [];
  const busy: number[] = [];
  for (let warm = 0; warm < 10; warm += 1) await nextFrame();
  let last = await nextFrame();
  for (let frame = 0; frame < count; frame += 1) {
    const start = performance.now();
    work(frame);
    await afterPaint();
    busy.push(performance.now() - start);
    const now = await nextFrame();
    between.push(now - last);
    last = now;
  }
  between.sort((a, b) => a - b);
  busy.sort((a, b) => a - b);
  return { p50: atRank(between, 0.5), p95: atRank(between, 0.95), busy50: atRank(busy, 0.5), busy95: atRank(busy, 0.95) };
}
