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
    // A machine that is shared may stall anything for longer than a test waits; what is wrong fails twice.
    retry: process.env['CI'] ? 1 : 0,
    pool: 'threads',
    maxWorkers: 2,
  },
});
