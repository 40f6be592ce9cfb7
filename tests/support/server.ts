/** Serves a built site for the browser tests: `node tests/support/server.ts FOLDER BASE`, on a free port. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sirv from 'sirv';

/** What a host does with a static site: files below `base`, 404.html for everything else. */
export function siteServer(folder: string, base: string): Server {
  if (!existsSync(path.join(folder, 'index.html'))) throw new Error(`${folder} holds no built site`);
  const notFound = readFileSync(path.join(folder, '404.html'));
  const files = sirv(folder, { etag: true });
  return createServer((request, response) => {
    const missing = (): void => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(notFound);
    };
    const url = request.url ?? '/';
    if (!url.startsWith(base)) {
      missing();
      return;
    }
    request.url = `/${url.slice(base.length)}`;
    files(request, response, missing);
  });
}

/** Listens on a free port of this machine only and gives the address of the home page. */
export async function listen(server: Server, base: string): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}${base}`;
}

if (import.meta.main) {
  const [folder, base = '/'] = process.argv.slice(2);
  if (folder === undefined) throw new Error('usage: server.ts FOLDER [BASE]');
  // playwright.config.ts waits for this line.
  console.log(`serving at ${await listen(siteServer(folder, base), base)}`);
}
