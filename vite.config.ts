import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The page: static files under out/renderer, relative, for a policy without inline script or style.
 * `--mode gallery` builds the component gallery instead, into out/gallery; it is never shipped.
 */
const root = join(import.meta.dirname, 'renderer');

export default defineConfig(({ mode }) => ({
  root,
  base: './',
  publicDir: false,
  plugins: [react()],
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  build: {
    outDir: join(import.meta.dirname, mode === 'gallery' ? 'out/gallery' : 'out/renderer'),
    emptyOutDir: true,
    target: 'chrome120',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: true,
    rolldownOptions: { input: join(root, mode === 'gallery' ? 'gallery.html' : 'index.html') },
  },
}));
