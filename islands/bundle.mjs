// One file an island, for pages load only what they use. No source is shared between two islands on one page, so no chunks.
import { build } from 'esbuild';
import { readdirSync } from 'node:fs';

const out = process.argv[2];
await build({
  entryPoints: readdirSync('src').filter(name => name.endsWith('.ts') && !name.endsWith('.d.ts')).map(name => `src/${name}`),
  outdir: out,
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['chrome122', 'firefox128', 'safari17.4'],
  legalComments: 'eof',
  logLevel: 'warning',
});
