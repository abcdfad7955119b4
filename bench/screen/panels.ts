/** The data panels over a log of 100 k rows, 100 rows appended a frame: at the end of the log, and while one scrolls through it. */
import type { Browser } from '@playwright/test';
import type { Served } from '../browser.ts';
import type { Figure } from '../report.ts';
import type { Panels, ScreenMeasured } from './page/main.tsx';

export const ROWS = 100_000;

export async function measurePanels(browser: Browser, { url }: Served, panels: Panels): Promise<ScreenMeasured> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.goto(url);
    await page.waitForFunction(() => 'measure' in window);
    return await page.evaluate(([rows, which]) => window.measure(rows, which), [ROWS, panels] as const);
  } finally {
    await page.close();
  }
}

export function panelFigures(name: string, measured: readonly ScreenMeasured[]): readonly Figure[] {
  return (['tail', 'scrolling'] as const).flatMap((way): readonly Figure[] => {
    const label = `${name}, ${way === 'tail' ? 'following' : 'scrolling'}`;
    const of = (figure: keyof ScreenMeasured['tail']): readonly number[] => measured.map((one) => one[way][figure]);
    return [
      { name: `${label}: frame, p95`, values: of('p95'), unit: 'ms', goal: { atMost: 20 } },
      { name: `${label}: main thread, median`, values: of('busy50'), unit: 'ms', goal: { atMost: 10 } },
      { name: `${label}: main thread, p95`, values: of('busy95'), unit: 'ms' },
    ];
  });
}
