import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

/** Specs mount components, so they need the Vue plugin; pure web tests (`*.test.ts`) run with the rules. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [vue()],
  test: { name: 'web', include: ['src/**/*.spec.ts'] },
});
