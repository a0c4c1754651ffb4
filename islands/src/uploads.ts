import { type DetailedError, type HttpRequest, Upload, isSupported } from 'tus-js-client';
import { left, size } from './uploads/measure';

/**
 * <fz-uploads endpoint="/api/v1/uploads" csrf="…" list="own">: sends files in pieces (tus 1.0.0), two at a time. Each has a row with what has
 * come, how fast, and how long it takes; it can be paused and taken back. A file that was begun before goes on where it stopped: the browser
 * knows it by its name, length and age. A piece is as long as a part in the store, so a refusal comes when all of a piece has been read.
 */
const PIECE = 8 * 1024 * 1024;
const AT_ONCE = 2;
const RETRIES_MS = [0, 1000, 3000, 5000, 10_000, 20_000];
const LOOK_BACK_MS = 5000;
const REFUSED = [413, 415, 422];

type Stage = 'waiting' | 'running' | 'paused' | 'failed' | 'ended';

class Uploads extends HTMLElement {
  private rows: Row[] = [];

  connectedCallback(): void {
    const input = this.querySelector<HTMLInputElement>('input[type=file]');
    if (!input || !isSupported) {
      this.say(said('This browser cannot send files in pieces.'));
      return;
    }
    input.disabled = false;
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])];
      // Chosen again, the same file is a change again.
      input.value = '';
      for (const file of files) this.add(file);
      this.goOn();
    });
  }

  private add(file: File): void {
    const same = this.rows.some(row => row.is(file));
    if (same) return;
    const row = new Row(file, this, () => this.goOn());
    this.rows.push(row);
    const list = this.querySelector('ul');
    if (list) {
      list.hidden = false;
      list.append(row.element);
      row.element.scrollIntoView({ block: 'center' });
    }
  }

  /** Begins those that wait, as far as there is room. */
  goOn(): void {
    this.rows = this.rows.filter(row => row.stage !== 'ended');
    const running = this.rows.filter(row => row.stage === 'running').length;
    this.rows.filter(row => row.stage === 'waiting').slice(0, Math.max(0, AT_ONCE - running)).forEach(row => void row.start());
  }

  say(words: string): void {
    const state = this.querySelector('[role=status]');
    if (state) state.textContent = words;
  }

  /** The list below, as it is now. */
  async renew(): Promise<void> {
    const id = this.getAttribute('list') ?? '';
    const old = document.getElementById(id);
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (!old || !answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(id);
    if (fresh) old.replaceWith(fresh);
  }
}

/** One file on its way. */
class Row {
  stage: Stage = 'waiting';
  readonly element = document.createElement('li');
  private readonly upload: Upload;
  private readonly bar = document.createElement('progress');
  private readonly words = document.createElement('p');
  private readonly pause = button(said('Pause'));
  private readonly remove = button(said('Cancel'));
  private seen: { at: number; sent: number }[] = [];
  private begun = false;
  private key = random();

  constructor(
    private readonly file: File,
    private readonly home: Uploads,
    private readonly free: () => void,
  ) {
    this.upload = new Upload(file, {
      endpoint: home.getAttribute('endpoint'),
      chunkSize: PIECE,
      retryDelays: RETRIES_MS,
      removeFingerprintOnSuccess: true,
      metadata: { filename: file.name },
      headers: { 'X-CSRF-TOKEN': home.getAttribute('csrf') ?? '', Accept: 'application/json' },
      onBeforeRequest: request => keyed(request, this.key),
      onAfterResponse: (request, answer) => {
        // What is gone is begun anew, and that is another upload.
        if (request.getMethod() === 'HEAD' && [404, 410].includes(answer.getStatus())) this.key = random();
      },
      onShouldRetry: mayComeRight,
      onProgress: (sent, all) => this.show(sent, all),
      onChunkComplete: (_, sent, all) => this.show(sent, all),
      onSuccess: () => this.end(),
      onError: failed => this.fail(failed),
    });
    this.draw();
  }

  is(file: File): boolean {
    return file.name === this.file.name && file.size === this.file.size && file.lastModified === this.file.lastModified;
  }

  async start(): Promise<void> {
    this.to('running', said('Being sent'));
    if (!this.begun) {
      this.begun = true;
      const [before] = await this.upload.findPreviousUploads();
      if (before) this.upload.resumeFromPreviousUpload(before);
    }
    if (this.stage === 'running') this.upload.start();
  }

  private draw(): void {
    const name = document.createElement('bdi');
    name.textContent = this.file.name;
    name.translate = false;
    const head = document.createElement('p');
    head.className = 'wrap';
    head.append(name);
    this.bar.max = 1;
    this.bar.value = 0;
    this.bar.setAttribute('aria-label', this.file.name);
    this.words.className = 't2 muted';
    const tools = document.createElement('div');
    tools.className = 'row';
    this.pause.setAttribute('aria-label', `${said('Pause')}: ${this.file.name}`);
    this.remove.setAttribute('aria-label', `${said('Cancel')}: ${this.file.name}`);
    this.remove.classList.add('danger');
    tools.append(this.pause, this.remove);
    this.element.className = 'stack';
    this.element.append(head, this.bar, this.words, tools);
    this.pause.addEventListener('click', () => void this.toggle());
    this.remove.addEventListener('click', () => void this.cancel());
    this.words.textContent = said('Waits for its turn');
  }

  private async toggle(): Promise<void> {
    if (this.stage === 'running' || this.stage === 'waiting') {
      this.to('paused', said('Paused'));
      await this.upload.abort();
      this.free();
    } else {
      this.to('waiting', said('Waits for its turn'));
      this.free();
    }
  }

  /** What has come of it is deleted, too. */
  private async cancel(): Promise<void> {
    this.to('ended', said('Cancelled'));
    this.element.remove();
    try {
      await this.upload.abort(true);
    } catch {
      // It is left unfinished, stands in the list, and expires.
    }
    this.free();
    void this.home.renew();
  }

  private show(sent: number, all: number | null): void {
    if (this.stage !== 'running' || !all) return;
    const now = performance.now();
    this.seen = [...this.seen.filter(one => now - one.at < LOOK_BACK_MS && one.sent <= sent), { at: now, sent }];
    const first = this.seen[0]!;
    const speed = now - first.at > 500 ? ((sent - first.sent) * 1000) / (now - first.at) : 0;
    this.bar.value = sent / all;
    const came = said('{0} of {1}').replace('{0}', size(sent)).replace('{1}', size(all));
    this.words.textContent = speed > 0 ? `${came} · ${size(speed)}/s · ${left((all - sent) / speed)}` : came;
  }

  private end(): void {
    this.to('ended', said('Sent, whole'));
    this.bar.value = 1;
    this.bar.classList.add('ok');
    this.pause.remove();
    this.remove.remove();
    this.free();
    void this.home.renew();
  }

  private fail(failed: unknown): void {
    this.to('failed', why(failed));
    this.words.className = 't3';
    // What was refused for what it is comes to nothing a second time.
    if (REFUSED.includes((failed as Partial<DetailedError>).originalResponse?.getStatus() ?? 0)) {
      this.pause.hidden = true;
      this.bar.hidden = true;
      this.remove.textContent = said('Remove');
      this.remove.setAttribute('aria-label', `${said('Remove')}: ${this.file.name}`);
    }
    this.free();
    void this.home.renew();
  }

  private to(stage: Stage, words: string): void {
    this.stage = stage;
    this.seen = [];
    this.words.className = 't2 muted';
    this.words.textContent = words;
    const does = stage === 'paused' ? said('Go on') : stage === 'failed' ? said('Try again') : said('Pause');
    this.pause.textContent = does;
    this.pause.setAttribute('aria-label', `${does}: ${this.file.name}`);
    this.home.say(`${this.file.name}: ${words}`);
  }
}

function button(words: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'btn';
  made.textContent = words;
  return made;
}

/** Beginning again with the same key is the same upload; deleting has a key of its own. */
function keyed(request: HttpRequest, key: string): void {
  if (request.getMethod() === 'POST') request.setHeader('Idempotency-Key', key);
  if (request.getMethod() === 'DELETE') request.setHeader('Idempotency-Key', random());
}

/** Whether it may work by itself a moment later: a broken line, a busy or slow one, a writer that has not ended yet. A quota does not. */
function mayComeRight(failed: DetailedError): boolean {
  const status = failed.originalResponse?.getStatus() ?? 0;
  const busy = status === 429 && failed.originalRequest.getMethod() !== 'POST';
  return status === 0 || status >= 500 || busy || [408, 409, 423].includes(status);
}

/** The server says what was wrong in the reader's words; else the way to it is broken. */
function why(failed: unknown): string {
  const answer = (failed as { originalResponse?: { getBody(): string } | null }).originalResponse;
  try {
    const problem = JSON.parse(answer?.getBody() ?? '') as { detail?: string };
    if (problem.detail) return problem.detail;
  } catch {
    // No problem in words.
  }
  return said('It could not be sent. What has come is kept for a while.');
}

function random(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

customElements.define('fz-uploads', Uploads);
