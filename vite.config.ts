import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Built pages only: the development server needs an inline script for hot reloading, which the policy forbids. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy }, injectTo: 'head-prepend' },
    ],
  };
}

/** React Flow pans and zooms with d3-zoom, which glides with d3-transition, which knows how to interpolate colours: of the last two, what is used. */
function lightGlide(): Plugin {
  const COLOURLESS = '\0colourless';
  return {
    name: 'light-glide',
    apply: 'build',
    enforce: 'pre',
    resolveId(id) {
      if (id === 'd3-transition') return fileURLToPath(new URL('./src/ui/flow/glide.ts', import.meta.url));
      return id === 'd3-color' ? COLOURLESS : null;
    },
    // Nothing that is interpolated is a colour: `color` recognises none, the others are not reached.
    load: (id) => (id === COLOURLESS ? `export function color() { return null; } export { ${['rgb', 'hsl', 'lab', 'hcl', 'cubehelix'].map((name) => `color as ${name}`).join(', ')} };` : null),
  };
}

export default defineConfig({
  // Relative, so that one build runs under any sub-path.
  base: './',
  plugins: [react(), contentSecurityPolicy(), lightGlide()],
  // Dexie's own build for browsers of these years; what its package names is ES5.
  resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    manifest: true,
    reportCompressedSize: true,
    // Nothing inlined as data: URLs, which the policy forbids for fonts and scripts.
    assetsInlineLimit: 0,
    // Browsers without it load the same modules a little later.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // React Flow's minimap, controls and resizers are made by these calls; where nobody uses the result, they may go.
      treeshake: { manualPureFunctions: ['memo', 'forwardRef'] },
      // What the page begins with is one file: it is fetched at once and compresses better than thirty.
      output: { codeSplitting: { groups: [{ name: 'page', tags: ['$initial'] }] } },
    },
  },
});
