/** The screen at work: messages moving in the app, and the data panels over a long log. */
import { buildApp, buildPage, launchBrowser, whileServed } from '../browser.ts';
import type { Options } from '../options.ts';
import { printFigures } from '../report.ts';
import type { ScreenMeasured } from './page/main.tsx';
import { measureMoving, messagesUnderWay } from './moving.ts';
import type { Moving } from './moving.ts';
import { ROWS, measurePanels, panelFigures } from './panels.ts';

export async function screen({ rounds }: Options): Promise<void> {
  const folders = { panels: await buildPage('screen/page'), app: await buildApp() };
  const browser = await launchBrowser();
  const log: ScreenMeasured[] = [];
  const all: ScreenMeasured[] = [];
  const moving: Moving[] = [];
  try {
    await whileServed(folders.panels, async (panels) => {
      for (let round = 0; round < rounds; round += 1) {
        log.push(await measurePanels(browser, panels, 'log'));
        all.push(await measurePanels(browser, panels, 'all'));
      }
    });
    printFigures(`Data panels: ${ROWS} events, 100 appended a frame`, [...panelFigures('log', log), ...panelFigures('log, projections, databases', all)]);
    await whileServed(folders.app, async (app) => {
      for (let round = 0; round < rounds; round += 1) moving.push(await measureMoving(browser, app));
    });
    printFigures(`The app with ${Math.round(messagesUnderWay())} messages under way`, [
      { name: 'frame, median', values: moving.map(({ p50 }) => p50), unit: 'ms' },
      { name: 'frame, p95', values: moving.map(({ p95 }) => p95), unit: 'ms', goal: { atMost: 20 } },
    ]);
  } finally {
    await browser.close();
  }
}
