/** Running npm, and installing what package-lock.json asks for when it is not there. Needs nothing but Node. */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const house = fileURLToPath(new URL('..', import.meta.url));

/** Runs a command in the house with its output shown live. Returns whether it ended well. */
export function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, {
    cwd: house,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  return status === 0;
}

const changed = (path) => statSync(new URL(`../${path}`, import.meta.url), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Installs the packages when they are missing or older than the lock file. Returns whether they are there. */
export function installPackages() {
  if (changed('node_modules/.package-lock.json') >= changed('package-lock.json')) return true;
  console.log('Installing the npm packages ...');
  return run('npm', ['ci']);
}
