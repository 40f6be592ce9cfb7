/** The recipes for hosts name what there is: commands, files, headers. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { securityHeaders } from '../../src/site/host-headers.ts';

const read = (file: string): string => readFileSync(file, 'utf8');
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));

/** The commands of npm in a text that are neither its own nor scripts of this project. */
function unknownCommands(text: string): string[] {
  return Array.from(text.matchAll(/\bnpm (run )?(?:-s )?([\w:-]+)/g), ([command, , name = '']) => ({ command, name }))
    .filter(
      ({ command, name }) => !(command.startsWith('npm run') || name === 'test' ? name in scripts : name === 'ci'),
    )
    .map(({ command }) => command);
}

describe('the GitHub Pages workflow', () => {
  const stepSchema = z.strictObject({
    id: z.string().optional(),
    name: z.string().optional(),
    uses: z
      .string()
      .regex(/^actions\/[\w-]+@v\d+$/)
      .optional(),
    with: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
    run: z.string().optional(),
    env: z.record(z.string(), z.string()).optional(),
  });
  const permissions = z.record(z.string(), z.enum(['read', 'write']));
  const jobSchema = z.strictObject({
    if: z.string().optional(),
    needs: z.string().optional(),
    'runs-on': z.literal('ubuntu-latest'),
    'timeout-minutes': z.int(),
    permissions: permissions.optional(),
    environment: z.strictObject({ name: z.literal('github-pages'), url: z.string() }).optional(),
    steps: z.array(stepSchema).min(1),
  });
  const text = read('.github/workflows/publish.yml');
  const workflow = z
    .object({ permissions, jobs: z.strictObject({ check: jobSchema, build: jobSchema, deploy: jobSchema }) })
    .parse(parse(text));
  const { check, build, deploy } = workflow.jobs;

  test('runs commands that exist', () => {
    expect(unknownCommands(text)).toEqual([]);
    expect(check.steps.map(({ run }) => run)).toContain('npm test');
  });

  test('deploys only what was checked, from the main branch', () => {
    expect([build.needs, deploy.needs]).toEqual(['check', 'build']);
    expect(build.if).toContain("github.ref == 'refs/heads/main'");
    expect(build.if).toContain("github.event_name != 'pull_request'");
  });

  test('builds and verifies for the address that Pages gives', () => {
    const address = {
      SITE_URL: '${{ steps.pages.outputs.origin }}',
      BASE_PATH: '${{ steps.pages.outputs.base_path }}',
    };
    const steps = build.steps.filter(({ run }) => run === 'npm run build' || run === 'npm run verify');
    expect(steps.map(({ env }) => env)).toEqual([address, address]);
    expect(build.steps.find(({ id }) => id === 'pages')?.uses).toMatch(/^actions\/configure-pages@/);
    const last = build.steps.at(-1);
    expect([last?.uses?.split('@')[0], last?.with]).toEqual(['actions/upload-pages-artifact', { path: 'dist' }]);
  });

  test('may write nothing but the site, and only when it deploys', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(check.permissions).toBeUndefined();
    expect(Object.values(build.permissions ?? {})).not.toContain('write');
    expect(deploy.permissions).toEqual({ pages: 'write', 'id-token': 'write' });
    expect(deploy.steps.flatMap(({ run }) => run ?? [])).toEqual([]);
  });
});

describe('the Dockerfile', () => {
  const text = read('Dockerfile');
  const instructions = text
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ name: line.split(' ')[0] ?? '', words: line.split(/\s+/).slice(1) }));

  test('has two stages of known instructions', () => {
    const known = ['FROM', 'WORKDIR', 'COPY', 'RUN', 'ARG', 'EXPOSE', 'STOPSIGNAL', 'CMD'];
    expect(instructions.filter(({ name }) => !known.includes(name))).toEqual([]);
    expect(instructions.filter(({ name }) => name === 'FROM').map(({ words }) => words.slice(1))).toEqual([
      ['AS', 'build'],
      [],
    ]);
  });

  test('copies files that exist and that the build context holds', () => {
    const ignored = read('.dockerignore').split('\n');
    const sources = instructions
      .filter(({ name, words }) => name === 'COPY' && !words[0]?.startsWith('--from'))
      .flatMap(({ words }) => words.slice(0, -1));
    expect(sources).toContain('deploy/nginx.conf');
    expect(sources.filter((file) => !existsSync(file) || ignored.includes(file))).toEqual([]);
  });

  test('runs commands that exist, and compresses', () => {
    expect(unknownCommands(text)).toEqual([]);
    expect(text).toContain('PRECOMPRESS=on');
  });
});

describe('the nginx example', () => {
  const text = read('deploy/nginx.conf');

  test('sends the headers that other hosts learn from _headers, and the policy that no page can carry', () => {
    const sent = new Map(
      Array.from(text.matchAll(/add_header (\S+) "([^"]*)"/g), ([, name = '', value = '']) => [name, value]),
    );
    const wanted = new Map(securityHeaders("default-src 'self'"));
    expect(wanted.get('Content-Security-Policy')).toContain(sent.get('Content-Security-Policy'));
    wanted.delete('Content-Security-Policy');
    sent.delete('Content-Security-Policy');
    expect(Object.fromEntries(sent)).toEqual(Object.fromEntries(wanted));
  });

  test('serves the folder and the port of the Dockerfile', () => {
    const dockerfile = read('Dockerfile');
    expect(dockerfile).toContain(`COPY --from=build /site ${/root (\S+);/.exec(text)?.[1] ?? 'nowhere'}`);
    expect(dockerfile).toContain(`EXPOSE ${/listen (\d+);/.exec(text)?.[1] ?? 'nothing'}`);
  });
});

test('the Netlify settings run a command that exists', () => {
  const text = read('netlify.toml');
  expect(unknownCommands(text)).toEqual([]);
  expect(text).toContain('npm run build');
});
