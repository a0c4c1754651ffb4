import Hls from 'hls.js/light';

/**
 * <fz-watch source="…/master.m3u8" base="/media/…/" renew="/api/v1/published-works/…/address">: plays a film. Addresses are good for minutes, so
 * a new one is asked for before the old one ends, and whatever the player asks for goes to the newest. Once a work is closed to its viewer,
 * playing stops and says so. Nothing of the film comes before it is to play. Where it was left goes to `keep`, at the most every fifteen seconds and
 * when it stops; without `keep` the device alone remembers it, if `data-device` is there.
 */
const LEAP = 10;
const AHEAD_MS = 120_000;
const KEEP_MS = 15_000;
const KEPT = 'fz-watched';
const KEPT_MAX = 20;

interface Address { base: string; until: string }

class Watch extends HTMLElement {
  private readonly first = this.getAttribute('base') ?? '';
  private base = this.first;
  private hls: Hls | undefined;
  private timer: number | undefined;
  private kept = 0;
  private said = -1;

  private get video(): HTMLVideoElement | null { return this.querySelector('video'); }

  connectedCallback(): void {
    const video = this.video;
    if (!video) return;
    const native = !Hls.isSupported() && video.canPlayType('application/vnd.apple.mpegurl') !== '';
    if (!Hls.isSupported() && !native) return this.say(said('This browser cannot play films.'));
    const warned = this.querySelector<HTMLElement>('.warned');
    if (warned) {
      video.controls = false;
      warned.hidden = false;
      warned.querySelector('button')?.addEventListener('click', () => {
        warned.hidden = true;
        this.begin(video, native);
        void video.play();
      });
    } else this.begin(video, native);
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.timer);
    this.hls?.destroy();
  }

  private begin(video: HTMLVideoElement, native: boolean): void {
    video.controls = true;
    for (const part of this.querySelectorAll<HTMLElement>('.controls')) part.hidden = false;
    const source = this.getAttribute('source') ?? '';
    if (native) video.src = source;
    else this.load(video, source);
    this.buttons(video);
    video.addEventListener('loadedmetadata', () => { video.currentTime = this.place(); }, { once: true });
    video.addEventListener('pause', () => this.keep(video));
    video.addEventListener('ended', () => this.keep(video));
    video.addEventListener('timeupdate', () => { if (Date.now() - this.kept >= KEEP_MS) this.keep(video); });
    document.addEventListener('visibilitychange', () => this.keep(video));
    document.addEventListener('keydown', event => this.keys(event, video));
    void this.renew();
  }

  /** Where the film was left, in seconds. */
  private place(): number {
    return this.hasAttribute('data-device') ? left(this.key()) ?? 0 : Number(this.getAttribute('place') ?? 0);
  }

  private keep(video: HTMLVideoElement): void {
    if (video.readyState === 0) return;
    this.kept = Date.now();
    const address = this.getAttribute('keep');
    const seconds = video.ended ? 0 : Math.floor(video.currentTime);
    if (this.hasAttribute('data-device')) keep(this.key(), seconds);
    else if (address && seconds !== this.said) {
      this.said = seconds;
      const headers = {
        'content-type': 'application/json',
        'x-csrf-token': this.getAttribute('csrf') ?? '',
        'idempotency-key': `place-${Date.now()}-${Math.random()}`,
      };
      void fetch(address, { method: 'PUT', headers, body: JSON.stringify({ seconds }), keepalive: true }).catch(() => undefined);
    }
  }

  private load(video: HTMLVideoElement, source: string): void {
    const hls = new Hls({
      enableWorker: false,
      autoStartLoad: false,
      xhrSetup: (xhr, url) => {
        const at = url.indexOf(this.first);
        xhr.open('GET', at < 0 ? url : this.base + url.slice(at + this.first.length), true);
      },
    });
    this.hls = hls;
    hls.loadSource(source);
    hls.attachMedia(video);
    video.addEventListener('play', () => hls.startLoad(this.place() || -1), { once: true });
    hls.on(Hls.Events.MANIFEST_PARSED, () => this.qualities(hls));
    let again = 0;
    hls.on(Hls.Events.ERROR, (_, data) => {
      if (!data.fatal) return;
      if (data.type === Hls.ErrorTypes.MEDIA_ERROR && again++ < 2) hls.recoverMediaError();
      else if (again++ < 2) void this.renew().then(good => { if (good) hls.startLoad(); });
      else this.say(said('The film does not come. Open the page again.'));
    });
  }

  /** False once the work is closed to this viewer. */
  private async renew(): Promise<boolean> {
    window.clearTimeout(this.timer);
    try {
      const answer = await fetch(this.getAttribute('renew') ?? '', { headers: { accept: 'application/json' } });
      if (answer.status === 403 || answer.status === 404) {
        this.hls?.destroy();
        this.video?.pause();
        this.video?.removeAttribute('src');
        this.say(said('This work is closed to you now. Open the page again to see why.'));
        return false;
      }
      if (answer.ok) {
        const address = (await answer.json()) as Address;
        this.base = address.base;
        const wait = Math.max(new Date(address.until).getTime() - Date.now() - AHEAD_MS, 10_000);
        this.timer = window.setTimeout(() => void this.renew(), wait);
        return true;
      }
    } catch { /* Asked again below: the connection may come back. */ }
    this.timer = window.setTimeout(() => void this.renew(), 10_000);
    return true;
  }

  private qualities(hls: Hls): void {
    const choice = this.select('quality');
    hls.levels.forEach((level, at) => choice?.add(new Option(`${level.height}p`, String(at))));
    choice?.addEventListener('change', () => { hls.nextLevel = Number(choice.value); });
  }

  private buttons(video: HTMLVideoElement): void {
    this.on('back', () => { video.currentTime -= LEAP; });
    this.on('on', () => { video.currentTime += LEAP; });
    this.on('theatre', button => {
      const wide = this.toggleAttribute('data-wide');
      button.setAttribute('aria-pressed', String(wide));
    });
    const small = this.button('window');
    if (small && document.pictureInPictureEnabled) {
      small.hidden = false;
      this.on('window', () => void (document.pictureInPictureElement ? document.exitPictureInPicture() : video.requestPictureInPicture()));
    }
    const speed = this.select('speed');
    speed?.addEventListener('change', () => { video.playbackRate = Number(speed.value); });
  }

  private keys(event: KeyboardEvent, video: HTMLVideoElement): void {
    const typing = event.target instanceof Element && event.target.closest('input, select, textarea, [contenteditable]');
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'j') video.currentTime -= LEAP;
    else if (event.key === 'l') video.currentTime += LEAP;
    else if (event.key === 'k') void (video.paused ? video.play() : video.pause());
  }

  private key(): string { return location.pathname; }

  private button(does: string): HTMLButtonElement | null { return this.querySelector(`button[data-does=${does}]`); }

  private select(does: string): HTMLSelectElement | null { return this.querySelector(`select[data-does=${does}]`); }

  private on(does: string, act: (button: HTMLButtonElement) => void): void {
    const button = this.button(does);
    button?.addEventListener('click', () => act(button));
  }

  private say(words: string): void {
    const state = this.querySelector('[role=status]');
    if (state) state.textContent = words;
  }
}

type Places = [string, number][];

function places(): Places {
  try { return JSON.parse(localStorage.getItem(KEPT) ?? '[]') as Places; } catch { return []; }
}

function left(key: string): number | undefined {
  return places().find(([known]) => known === key)?.[1];
}

function keep(key: string, at: number): void {
  const others = places().filter(([known]) => known !== key);
  try { localStorage.setItem(KEPT, JSON.stringify([...(at > 0 ? [[key, at] as [string, number]] : []), ...others].slice(0, KEPT_MAX))); } catch { /* Kept by no browser that does not want to. */ }
}

customElements.define('fz-watch', Watch);
