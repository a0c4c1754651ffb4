import Hls from 'hls.js/light';

/**
 * <fz-film base="…/" playlist="master.m3u8" until="…" renew="…" csrf="…">: a film that waits for a decision. It is veiled, grey and silent until
 * whoever looks chooses otherwise. Addresses are good for minutes, so another is asked for before one ends; once the film is another, or in
 * somebody else's hands, it stops and says so.
 */
const LEAP = 10;
const AHEAD_MS = 120_000;
const AGAIN_MS = 10_000;
const ACROSS = 5;
const FRAMES = ACROSS * ACROSS;

interface Address { base: string; until: string }

class Film extends HTMLElement {
  private readonly first = this.getAttribute('base') ?? '';
  private base = this.first;
  private until = this.getAttribute('until') ?? '';
  private hls: Hls | undefined;
  private timer: number | undefined;

  private get video(): HTMLVideoElement | null { return this.querySelector('video'); }

  connectedCallback(): void {
    const video = this.video;
    if (!video) return;
    const native = !Hls.isSupported() && video.canPlayType('application/vnd.apple.mpegurl') !== '';
    if (!Hls.isSupported() && !native) return this.say(said('This browser cannot play films.'));
    for (const part of this.querySelectorAll<HTMLElement>('.controls')) part.hidden = false;
    const source = this.first + (this.getAttribute('playlist') ?? '');
    if (native) video.src = source;
    else this.load(video, source);
    this.controls(video);
    this.frames(video);
    this.wait();
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.timer);
    this.hls?.destroy();
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
    video.addEventListener('play', () => hls.startLoad(), { once: true });
    video.addEventListener('seeking', () => hls.startLoad(), { once: true });
    hls.loadSource(source);
    hls.attachMedia(video);
    let again = 0;
    hls.on(Hls.Events.ERROR, (_, data) => {
      if (!data.fatal) return;
      if (data.type === Hls.ErrorTypes.MEDIA_ERROR && again++ < 2) hls.recoverMediaError();
      else if (again++ < 2) void this.renew().then(good => { if (good) hls.startLoad(); });
      else this.stop();
    });
  }

  private wait(): void {
    this.timer = window.setTimeout(() => void this.renew(), Math.max(new Date(this.until).getTime() - Date.now() - AHEAD_MS, AGAIN_MS));
  }

  /** False once it is no longer in these hands. */
  private async renew(): Promise<boolean> {
    window.clearTimeout(this.timer);
    try {
      const answer = await fetch(this.getAttribute('renew') ?? '', {
        method: 'POST',
        headers: { accept: 'application/json', 'x-csrf-token': this.getAttribute('csrf') ?? '', 'idempotency-key': key() },
      });
      if (answer.ok) {
        const address = (await answer.json()) as Address;
        this.base = address.base;
        this.until = address.until;
      } else if (answer.status < 500 && answer.status !== 429) {
        this.stop();
        return false;
      }
    } catch { /* Asked again below: the connection may come back. */ }
    this.wait();
    return true;
  }

  private stop(): void {
    window.clearTimeout(this.timer);
    this.hls?.destroy();
    this.video?.pause();
    this.say(said('This film does not go on: it has changed, or you have it in hand no more. Open the page again.'));
  }

  private controls(video: HTMLVideoElement): void {
    const place = this.find<HTMLInputElement>('place');
    const clock = this.find<HTMLOutputElement>('clock');
    this.find('back')?.addEventListener('click', () => { video.currentTime -= LEAP; });
    this.find('on')?.addEventListener('click', () => { video.currentTime += LEAP; });
    this.find('play')?.addEventListener('click', () => void (video.paused ? video.play() : video.pause()));
    const speed = this.find<HTMLSelectElement>('speed');
    speed?.addEventListener('change', () => { video.playbackRate = Number(speed.value); });
    const sound = this.find<HTMLInputElement>('sound');
    video.muted = true;
    sound?.addEventListener('change', () => { video.muted = !sound.checked; });
    place?.addEventListener('input', () => { video.currentTime = Number(place.value); });
    video.addEventListener('durationchange', () => {
      if (place && Number.isFinite(video.duration)) place.max = String(Math.floor(video.duration));
    });
    video.addEventListener('timeupdate', () => {
      if (place) place.value = String(Math.floor(video.currentTime));
      if (clock) clock.textContent = time(video.currentTime);
    });
  }

  /** A button over each frame of the one picture that shows them all, evenly over the film. One of them is in the order of tabs. */
  private frames(video: HTMLVideoElement): void {
    const home = this.find('frames');
    if (!home) return;
    const buttons = Array.from({ length: FRAMES }, (_, at) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.tabIndex = at === 0 ? 0 : -1;
      button.ariaLabel = `${at + 1} / ${FRAMES}`;
      button.style.setProperty('--x', String(at % ACROSS));
      button.style.setProperty('--y', String(Math.floor(at / ACROSS)));
      button.addEventListener('click', () => { video.currentTime = (video.duration || 0) * (2 * at + 1) / (2 * FRAMES); });
      return button;
    });
    home.append(...buttons);
    video.addEventListener('durationchange', () => buttons.forEach((button, at) => {
      if (Number.isFinite(video.duration)) button.ariaLabel = time(video.duration * (2 * at + 1) / (2 * FRAMES));
    }));
    home.addEventListener('keydown', event => {
      const at = buttons.findIndex(button => button === document.activeElement);
      const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: ACROSS, ArrowUp: -ACROSS }[event.key];
      const next = step === undefined ? undefined : buttons[at + step];
      if (at < 0 || !next) return;
      event.preventDefault();
      buttons.forEach(button => { button.tabIndex = button === next ? 0 : -1; });
      next.focus();
    });
  }

  private find<E extends HTMLElement = HTMLElement>(does: string): E | null { return this.querySelector<E>(`[data-does=${does}]`); }

  private say(words: string): void {
    const state = this.querySelector('[role=status]');
    if (state) state.textContent = words;
  }
}

function time(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** Pages that come without a certificate have no crypto.randomUUID. */
function key(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

customElements.define('fz-film', Film);
