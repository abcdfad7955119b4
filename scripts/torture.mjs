/** `npm run torture [-- kills]`: builds, then kills the browser so many times (200), looking at the disk after each. `TORTURE_SEED` gives other kills. */
import { run } from './packages.mjs';

const kills = Number(process.argv[2] ?? 200);
if (!Number.isInteger(kills) || kills < 1) {
  console.error('How many kills? A whole number, please.');
  process.exit(2);
}
const well = run('npm', ['run', '--silent', 'build']) && run('npx', ['playwright', 'test', 'torture/'], { TORTURE_KILLS: String(kills) });
process.exit(well ? 0 : 1);
