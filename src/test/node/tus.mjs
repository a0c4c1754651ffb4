// Sends a file by tus-js-client, the client that pages use, and says on its lines what comes of it: node tus.mjs FILE ENDPOINT TOKEN URLS PIECE
import { createReadStream, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { randomUUID } from 'node:crypto';

const { Upload, FileUrlStorage } = createRequire(new URL('../../../islands/package.json', import.meta.url))('tus-js-client');
const [file, endpoint, token, urls, piece] = process.argv.slice(2);
const key = randomUUID();
const upload = new Upload(createReadStream(file), {
  endpoint,
  chunkSize: Number(piece),
  uploadSize: statSync(file).size,
  metadata: { filename: basename(file) },
  headers: { Authorization: `Bearer ${token}` },
  urlStorage: new FileUrlStorage(urls),
  fingerprint: async () => file,
  retryDelays: [0, 500, 1000, 2000, 4000, 8000, 8000, 8000, 8000, 8000, 8000],
  onBeforeRequest: request => {
    if (request.getMethod() === 'POST') request.setHeader('Idempotency-Key', key);
  },
  onChunkComplete: (_, sent) => console.log(`sent ${sent}`),
  onUploadUrlAvailable: () => console.log(`at ${upload.url}`),
  onSuccess: () => console.log('done'),
  onError: failed => {
    console.log(`failed ${failed.message}`);
    process.exitCode = 1;
  },
});
const [before] = await upload.findPreviousUploads();
if (before) {
  console.log('goes on');
  upload.resumeFromPreviousUpload(before);
}
upload.start();
