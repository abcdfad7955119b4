/** A measurement in a process of its own: no contender warms up, or spoils, the compiled code of another. */
import { spawn } from 'node:child_process';

/** Runs a script to its end and parses the JSON that it printed. @throws Error with what it wrote to standard error. */
export async function measureInChild<T>(script: string, args: readonly string[], flags: readonly string[] = []): Promise<T> {
  const child = spawn(process.execPath, [...flags, script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  let printed = '';
  let complaints = '';
  child.stdout.on('data', (chunk: Buffer) => { printed += chunk.toString(); });
  child.stderr.on('data', (chunk: Buffer) => { complaints += chunk.toString(); });
  const code = await new Promise<number | null>((resolve, reject) => { child.on('error', reject).on('close', resolve); });
  if (code !== 0) throw new Error(`${script} ended with ${code}: ${complaints}`);
  return JSON.parse(printed) as T;
}
