import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts'],
    environment: 'node',
    // A busy machine is no fault of the code.
    testTimeout: 30_000,
    // Results must not depend on where and in which order the tests run.
    sequence: { shuffle: true },
    env: { TZ: 'Pacific/Auckland' },
  },
});
