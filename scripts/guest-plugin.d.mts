import type { Plugin } from 'vite';

export function guestAssets(): Plugin;
