/** The command line: `npm run cli -- run <file or scenario>`. The same code as the page's, and the same trace hash for the same input. */
import { writeFileSync } from 'node:fs';
import { cloudEventLines } from '#exports/cloudevents.ts';
import { commandLineTexts } from '#messages/areas/command-line.ts';
import type { Locale } from '#messages/index.ts';
import { problemText } from '#messages/problem-text.ts';
import { DEFAULT_SEED } from '#scenarios/defaults.ts';
import { PRESETS } from '#scenarios/presets/index.ts';
import { clip, problem } from '#scenarios/problems.ts';
import type { Problem } from '#scenarios/problems.ts';
import { readInput } from './input.ts';
import { languageOf, parseCommand } from './options.ts';
import { jsonReport, report, textReport } from './report.ts';
import { runInput } from './run.ts';

const BAD_INPUT = 2;

function main(words: readonly string[], locale: Locale): number {
  const refuse = (problems: readonly Problem[]): number => {
    process.stderr.write(problems.map((each) => `${problemText(each, locale)}\n`).join(''));
    return BAD_INPUT;
  };
  const parsed = parseCommand(words);
  if (!parsed.ok) return refuse(parsed.problems);
  const command = parsed.value;
  const texts = commandLineTexts[locale];
  if (command.command === 'help') {
    process.stdout.write(texts.help({ presets: Object.keys(PRESETS).join(', '), seed: DEFAULT_SEED }));
    return 0;
  }
  const input = readInput(command);
  if (!input.ok) return refuse(input.problems);
  const run = runInput(input.value);
  if (!run.ok) return refuse(run.problems);
  const found = report(input.value, run.value);
  if (command.events !== null) {
    try {
      writeFileSync(command.events, cloudEventLines(run.value, { scenario: input.value.scenario.id, seed: input.value.seed }));
    } catch (error) {
      const reason = (error as { readonly code?: string }).code ?? String(error);
      return refuse([problem('unwritable-file', '--events', { file: clip(command.events, 200), reason })]);
    }
  }
  process.stdout.write(command.json ? `${jsonReport(found)}\n` : textReport(found, texts, locale));
  if (command.events !== null && !command.json) process.stdout.write(`${texts.written({ count: found.events.length, file: clip(command.events, 200) })}\n`);
  return found.well ? 0 : 1;
}

const words = process.argv.slice(2);
process.exitCode = main(words, languageOf(words, process.env['LC_ALL'] ?? process.env['LANG']));
