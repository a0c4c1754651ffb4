// One file an island, for pages load only what they use. No source is shared between two islands on one page, so no chunks.
import { build } from 'esbuild';
import { readFileSync, readdirSync } from 'node:fs';

const out = process.argv[2];
const words = '../src/main/resources/words';
const languages = Object.fromEntries(
  readdirSync(words).filter(name => name.endsWith('.json')).map(name => [name.replace('.json', ''), JSON.parse(readFileSync(`${words}/${name}`, 'utf8'))]),
);

// said('…') becomes the text in each language that has words for it, chosen by the page's: an island brings its own words and no others.
const said = {
  name: 'said',
  setup(build) {
    build.onLoad({ filter: /src.*\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8').replace(/\bsaid\('([^']+)'\)/g, (_, english) => {
        const others = Object.entries(languages).flatMap(([tag, own]) => (own[english] ? [[tag, own[english]]] : []));
        return `(${JSON.stringify(Object.fromEntries(others))}[document.documentElement.lang] ?? ${JSON.stringify(english)})`;
      }),
    }));
  },
};
await build({
  entryPoints: readdirSync('src').filter(name => name.endsWith('.ts') && !name.endsWith('.d.ts')).map(name => `src/${name}`),
  outdir: out,
  plugins: [said],
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['chrome122', 'firefox128', 'safari17.4'],
  legalComments: 'eof',
  logLevel: 'warning',
});
