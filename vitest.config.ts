import { defineConfig } from 'vitest/config';
import { guestAssets } from './scripts/guest-plugin.mjs';

export default defineConfig({
  plugins: [guestAssets()],
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    exclude: ['test/long/**', 'node_modules/**'],
    testTimeout: 30_000,
    // What is waited for comes by an event or a timer; on a loaded machine a second is too short for both.
    expect: { poll: { timeout: 15_000 } },
    pool: 'threads',
    maxWorkers: 2,
  },
});
