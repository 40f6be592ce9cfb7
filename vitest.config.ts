import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts'],
    environment: 'node',
    // Results must not depend on where and in which order the tests run.
    sequence: { shuffle: true },
    env: { TZ: 'Pacific/Auckland' },
  },
});
