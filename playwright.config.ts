/**
 * Browser tests run on two finished builds: dist/ under `/` and .cache/e2e/survey under `/survey/`.
 * `npm test` makes both; `npm run test:browser` uses what is there.
 */
import { defineConfig, devices } from '@playwright/test';
import { resolveBrowser } from './tests/support/browser.ts';

const browser = await resolveBrowser('.cache');
const reportFile = process.env['E2E_REPORT'];

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.cache/e2e/results',
  forbidOnly: Boolean(process.env['CI']),
  fullyParallel: true,
  workers: 2,
  timeout: 30_000,
  reporter: reportFile ? [['line'], ['json', { outputFile: reportFile }]] : [['list']],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 800 },
    trace: 'off',
    launchOptions: {
      ...(browser.executablePath === null ? {} : { executablePath: browser.executablePath }),
      env: { ...process.env, ...browser.environment },
    },
  },
  projects: [
    { name: 'root', use: { baseURL: process.env['ROOT_ADDRESS'] ?? '' } },
    {
      // Every feature is tried under both addresses, and at the width of a desk and of a phone.
      name: 'base-path',
      use: { baseURL: process.env['SURVEY_ADDRESS'] ?? '', viewport: { width: 375, height: 812 } },
      // What does not depend on addresses is tested once.
      testIgnore: [
        'accessibility.spec.ts',
        'bad-input.spec.ts',
        'hostile.spec.ts',
        'killed-builds.spec.ts',
        'offline.spec.ts',
        'own-survey.spec.ts',
        'permanence.spec.ts',
        'search-contract.spec.ts',
      ],
    },
  ],
  webServer: [
    {
      command: 'node src/cli/serve.ts --folder dist --base / --port 0',
      wait: { stdout: /The survey is at (?<root_address>\S+)/ },
    },
    {
      command: 'node src/cli/serve.ts --folder .cache/e2e/survey --base /survey/ --port 0',
      wait: { stdout: /The survey is at (?<survey_address>\S+)/ },
    },
  ],
});
