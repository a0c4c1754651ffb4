// What the original says of the tests' drawings, by which our copies are judged:
//   npm install --no-save --legacy-peer-deps @tensorflow/tfjs@4.22.0 @tensorflow/tfjs-backend-wasm@4.22.0 buffer@6.0.3 pngjs@7.0.0
//   node golden.mjs
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const tf = require('@tensorflow/tfjs');
const { setWasmPaths } = require('@tensorflow/tfjs-backend-wasm');
const nsfwjs = require('nsfwjs');
const { PNG } = require('pngjs');

const drawings = '../src/test/resources/pdq';
setWasmPaths(`${dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))}/`);
await tf.setBackend('wasm');

const golden = {};
for (const [ours, name] of [['MOBILENET', 'MobileNetV2Mid'], ['INCEPTION', 'InceptionV3']]) {
  const model = await nsfwjs.load(name);
  golden[ours] = {};
  for (const drawing of readdirSync(drawings).filter(file => file.endsWith('.png')).sort()) {
    const { width, height, data } = PNG.sync.read(readFileSync(join(drawings, drawing)));
    const colours = data.filter((_, at) => at % 4 !== 3);
    const picture = tf.tensor3d(Int32Array.from(colours), [height, width, 3], 'int32');
    const said = await model.classify(picture, 5);
    golden[ours][drawing] = Object.fromEntries(said.map(one => [one.className.toLowerCase(), Number(one.probability.toFixed(6))]).sort());
    picture.dispose();
  }
}
writeFileSync('../src/test/resources/intelligence/golden.json', `${JSON.stringify(golden, null, 1)}\n`);
