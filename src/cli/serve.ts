/** `npm start` ends here: serves the built site on this machine and prints its address. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import sirv from 'sirv';
import { repairSwap } from '../integrations/folder-swap.ts';
import { type Header, headersFor, parseHeadersFile } from '../site/host-headers.ts';
import { normaliseBase } from '../site/urls.ts';
import { surveyFolder } from './survey-folder.ts';

export interface ServeOptions {
  readonly folder: string;
  /** The path the site was built for. */
  readonly base: string;
  /** 0 takes any free port. */
  readonly port: number;
}

/**
 * Serves a built folder below its base path, with the headers that its `_headers` names, as a host would; everything
 * else answers with the site's own 404 page.
 */
export async function serve({ folder, base, port }: ServeOptions): Promise<{ server: Server; address: string }> {
  const root = normaliseBase(base);
  const files = sirv(folder, { etag: true, dev: false });
  const rules = parseHeadersFile(await readFile(path.join(folder, '_headers'), 'utf8').catch(() => ''));
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    setHeaders(response, headersFor(rules, pathname));
    const notFound = (): void => void sendNotFound(folder, response);
    if (`${pathname}/` === root) {
      response.writeHead(302, { location: root }).end();
    } else if (pathname.startsWith(root)) {
      request.url = `/${pathname.slice(root.length)}${search}`;
      files(request, response, notFound);
    } else {
      notFound();
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve({ server, address: `http://localhost:${portOf(server.address())}${root}` });
    });
  });
}

function setHeaders(response: ServerResponse, headers: readonly Header[]): void {
  for (const [name, value] of headers) response.setHeader(name, value);
}

// sirv answers every file with 200, so the page for unknown addresses is sent by hand.
async function sendNotFound(folder: string, response: ServerResponse): Promise<void> {
  const page = await readFile(path.join(folder, '404.html')).catch(() => 'Not found');
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(page);
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

/** The preferred port when it is free, any other when it is not. */
export async function serveOnFreePort(options: ServeOptions): Promise<string> {
  try {
    return (await serve(options)).address;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    return (await serve({ ...options, port: 0 })).address;
  }
}

function siteOf(survey: string | undefined): string {
  return survey === undefined ? 'dist' : surveyFolder(survey).site;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      survey: { type: 'string' },
      folder: { type: 'string' },
      base: { type: 'string', default: process.env['BASE_PATH'] ?? '/' },
      port: { type: 'string', default: process.env['PORT'] ?? '4321' },
    },
  });
  const folder = path.resolve(values.folder ?? process.env['OUT_DIR'] ?? siteOf(values.survey));
  // A build that was killed at the wrong moment has set the site aside.
  await repairSwap(folder);
  const address = await serveOnFreePort({
    folder,
    base: values.base,
    port: Number(values.port),
  });
  console.log(`\nThe survey is at ${address}\nCtrl+C stops it.`);
}
