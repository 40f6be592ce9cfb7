/** Serves a built site as hosts do: compressed, with headers that let a browser keep what has a digest in its name. */
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const types: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json'],
  ['.svg', 'image/svg+xml'],
  ['.xml', 'application/xml'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.woff2', 'font/woff2'],
  ['.png', 'image/png'],
  ['.wasm', 'application/wasm'],
]);

/** Kinds of files that are compressed already; Pagefind's parts of the index are, too. */
const compressed = new Set(['.woff2', '.png', '.pagefind', '.pf_meta', '.pf_fragment', '.pf_index']);

export interface CompressingServer {
  readonly address: string;
  readonly close: () => void;
}

/** Serves `folder` at the root of a free port. */
export async function serveCompressed(folder: string): Promise<CompressingServer> {
  const kept = new Map<string, Promise<Buffer>>();
  const bytesOf = (file: string): Promise<Buffer> => {
    const bytes = kept.get(file) ?? encode(path.join(folder, file));
    kept.set(file, bytes);
    return bytes;
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = path.posix.normalize(decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname));
    bytesOf(file).then(
      (bytes) => {
        send(response, file, bytes);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://localhost:${address.port}/`, close };
}

async function encode(file: string): Promise<Buffer> {
  const bytes = await readFile(file);
  return compressed.has(path.extname(file)) ? bytes : gzipSync(bytes, { level: 9 });
}

function send(response: ServerResponse, file: string, bytes: Buffer): void {
  const extension = path.extname(file);
  response.writeHead(200, {
    'content-type': types.get(extension) ?? 'application/octet-stream',
    'content-length': bytes.length,
    ...(compressed.has(extension) ? {} : { 'content-encoding': 'gzip' }),
    'cache-control': /^\/(_astro|fonts)\//.test(file) ? 'public, max-age=31536000, immutable' : 'public, max-age=600',
  });
  response.end(bytes);
}
