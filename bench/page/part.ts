/** The page as it opens: JavaScript until it can be used, and the time to it, against the bpmn-js modeler with token simulation. */
import { buildApp, buildPage, launchBrowser, whileServed } from '../browser.ts';
import type { Options } from '../options.ts';
import { number, printFigures } from '../report.ts';
import { ratios } from '../statistics.ts';
import { load } from './load.ts';
import type { Load, Usable } from './load.ts';

const APP: Usable = { drawn: '[data-step]', control: '[role="toolbar"][aria-label="Playback"] button[class*="_run_"]' };
const MODELER: Usable = { drawn: '[data-element-id="CreateOrder"] rect', control: '.bts-toggle-mode' };

export async function page({ rounds }: Options): Promise<void> {
  const app: Load[] = [];
  const modeler: Load[] = [];
  const folders = { app: await buildApp(), modeler: await buildPage('page/modeler') };
  const browser = await launchBrowser();
  try {
    await whileServed(folders.app, (servedApp) => whileServed(folders.modeler, async (servedModeler) => {
      // The round before the first warms up the browser, and is not counted.
      for (let round = -1; round < rounds; round += 1) {
        const loads = [await load(browser, servedApp, APP), await load(browser, servedModeler, MODELER)] as const;
        if (round < 0) continue;
        app.push(loads[0]);
        modeler.push(loads[1]);
      }
    }));
  } finally {
    await browser.close();
  }
  const usable = (loads: readonly Load[]): readonly number[] => loads.map((each) => each.usable);
  const drawn = (loads: readonly Load[]): readonly number[] => loads.map((each) => each.drawn);
  const weights = (loads: readonly Load[]): readonly number[] => loads.map(({ scripts }) => scripts.reduce((sum, { bytes }) => sum + bytes, 0) / 1000);
  printFigures('Page: from the start of the navigation until the diagram is drawn and its main control can be clicked; cold cache', [
    { name: 'Sagascope, JavaScript until then, workers included', values: weights(app), unit: 'kB gzip', goal: { atMost: 220 } },
    { name: 'bpmn-js modeler with token simulation, JavaScript', values: weights(modeler), unit: 'kB gzip' },
    { name: 'Sagascope, diagram drawn', values: drawn(app), unit: 'ms' },
    { name: 'Sagascope, interactive', values: usable(app), unit: 'ms' },
    { name: 'bpmn-js modeler, diagram drawn', values: drawn(modeler), unit: 'ms' },
    { name: 'bpmn-js modeler, interactive', values: usable(modeler), unit: 'ms' },
    { name: 'Sagascope / bpmn-js modeler, interactive', values: ratios(usable(app), usable(modeler)), unit: 'x', goal: { atMost: 1.5 } },
  ]);
  const list = app[0]!.scripts.map(({ path, bytes }) => `${path.split('/').at(-1)} ${number(bytes / 1000)} kB`);
  console.log(`Scripts of Sagascope: ${list.join(', ')}`);
}
