/**
 * A small static server for a built folder, on this machine only.
 *   node scripts/serve.mjs [folder] [--base /a/b/] [--port 4173]
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.data': 'application/octet-stream',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

async function fileFor(root, path) {
  const file = normalize(join(root, path));
  if (file !== root && !file.startsWith(root + sep)) return undefined;
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile()) return { file, size: found.size };
  return found?.isDirectory() && path.endsWith('/') ? fileFor(root, join(path, 'index.html')) : undefined;
}

async function answer(root, base, request, response) {
  const refuse = (status, text, headers = {}) => {
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers }).end(`${text}\n`);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only GET and HEAD.', { Allow: 'GET, HEAD' });
  let path;
  try {
    path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  } catch {
    return refuse(400, 'Not a path.');
  }
  if (`${path}/` === base) return refuse(301, 'Moved.', { Location: base });
  const found = path.startsWith(base) ? await fileFor(root, `/${path.slice(base.length)}`) : undefined;
  if (!found) return refuse(404, 'Not found.');
  response.writeHead(200, {
    'Content-Type': types[extname(found.file)] ?? 'application/octet-stream',
    'Content-Length': found.size,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  if (request.method === 'HEAD') response.end();
  else createReadStream(found.file).on('error', () => response.destroy()).pipe(response);
}

/**
 * Serves `folder` under the path `base`. With `anyPort`, takes the next free port when `port` is in use; otherwise rejects.
 * Returns the server and the port that it got.
 */
export async function serve({ folder, base = '/', port = 4173, anyPort = false }) {
  const root = resolve(folder);
  const server = createServer((request, response) => void answer(root, base, request, response));
  for (let candidate = port; ; candidate += 1) {
    const error = await new Promise((settle) => {
      server.once('error', settle);
      server.listen(candidate, '127.0.0.1', () => {
        server.off('error', settle);
        settle(undefined);
      });
    });
    if (!error) return { server, port: candidate };
    if (!anyPort || error.code !== 'EADDRINUSE' || candidate >= port + 100) throw error;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { base: { type: 'string', default: '/' }, port: { type: 'string', default: '4173' } },
  });
  const { port } = await serve({ folder: positionals[0] ?? 'dist', base: values.base, port: Number(values.port) });
  console.log(`Serving ${positionals[0] ?? 'dist'} at http://127.0.0.1:${port}${values.base}`);
}
