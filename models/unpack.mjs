// The package carries each model as modules of JavaScript: what they hold is written as TensorFlow's own files, NAME.json and NAME.weights.
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const out = process.argv[2];
const require = createRequire(import.meta.url);
const models = join(dirname(require.resolve('nsfwjs')), '..', 'models');

for (const name of ['mobilenet_v2_mid', 'inception_v3']) {
  const model = require(join(models, name, 'model.min.js'));
  const parts = model.weightsManifest.flatMap(group => group.paths).map(path => require(join(models, name, `${path}.min.js`)));
  writeFileSync(join(out, `${name}.json`), JSON.stringify(model));
  writeFileSync(join(out, `${name}.weights`), Buffer.concat(parts.map(part => Buffer.from(part.default ?? part, 'base64'))));
}
