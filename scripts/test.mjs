/**
 * `npm test`: everything that is checked, from nothing but Node and npm. Goes on after a failure, so that one run tells all.
 * The last line is `N passed, N failed`; lint and types count as one check each.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, onPath } from './chromium.mjs';
import { installPackages, run } from './packages.mjs';

const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

function count(name, { passed = 0, failed = 0, skipped = 0 }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  if (failed > 0) failures.push(name);
}

function finish() {
  if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
  const { passed, failed, skipped } = total;
  console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
  process.exit(failed > 0 ? 1 : 0);
}

const heading = (text) => console.log(`\n=== ${text}`);

async function haveChromium() {
  if (findChromium()) return true;
  const { chromium } = await import('@playwright/test');
  if (existsSync(chromium.executablePath())) return true;
  heading('a browser for the end-to-end tests');
  if (onPath('apt-get')) {
    const root = process.getuid?.() === 0;
    const apt = (...args) => (root || !onPath('sudo') ? run('apt-get', args) : run('sudo', ['apt-get', ...args]));
    if (apt('update') && apt('install', '-y', 'chromium') && findChromium()) return true;
  }
  return run('npx', ['playwright', 'install', 'chromium']);
}

/** The report that a test runner left, or undefined when it did not get that far. */
function report(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function unitTests(file) {
  const well = run('npx', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  const result = report(file);
  if (!result) return { failed: 1 };
  const brokenFiles = result.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0).length;
  const failed = result.numFailedTests + brokenFiles;
  return {
    passed: result.numPassedTests,
    failed: failed || (well ? 0 : 1),
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

function endToEndTests(file) {
  const well = run('npx', ['playwright', 'test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  const stats = report(file)?.stats;
  if (!stats) return { failed: 1 };
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected || (well ? 0 : 1), skipped: stats.skipped };
}

const oneCheck = (well) => (well ? { passed: 1 } : { failed: 1 });

if (!installPackages()) {
  count('npm ci', { failed: 1 });
  finish();
}
const reports = mkdtempSync(join(tmpdir(), 'sagascope-'));
heading('lint');
count('lint', oneCheck(run('npm', ['run', '--silent', 'lint'])));
heading('types');
count('types', oneCheck(run('npm', ['run', '--silent', 'types'])));
heading('unit tests');
count('unit tests', unitTests(join(reports, 'unit.json')));
heading('build');
if (!run('npm', ['run', '--silent', 'build'])) count('build', { failed: 1 });
else if (!(await haveChromium())) count('no browser for the end-to-end tests', { failed: 1 });
else {
  heading('end-to-end tests');
  count('end-to-end tests', endToEndTests(join(reports, 'e2e.json')));
}
rmSync(reports, { recursive: true, force: true });
finish();
