/**
 * <fz-live src="/security/events/live" into="rows" max="100">: puts what the server sends to the top of a list, as it happens. One
 * EventSource a page. The server sends finished, escaped rows; an event named "row" holds one. Under script-less browsers the list is
 * simply what it was when the page was made.
 */
class Live extends HTMLElement {
  private source: EventSource | undefined;

  connectedCallback(): void {
    this.listen();
    const button = this.querySelector('button');
    if (button) button.hidden = false;
    button?.addEventListener('click', event => this.toggle(event.currentTarget as HTMLButtonElement));
  }

  disconnectedCallback(): void {
    this.source?.close();
  }

  private listen(): void {
    this.source = new EventSource(this.getAttribute('src') ?? '');
    this.source.addEventListener('open', () => this.say('Live'));
    this.source.addEventListener('error', () => this.say('Connection lost, trying again'));
    this.source.addEventListener('row', event => this.add((event as MessageEvent<string>).data));
  }

  private toggle(button: HTMLButtonElement): void {
    const paused = button.getAttribute('aria-pressed') === 'true';
    button.setAttribute('aria-pressed', String(!paused));
    if (paused) {
      this.listen();
    } else {
      this.source?.close();
      this.say('Paused');
    }
  }

  private add(html: string): void {
    const list = document.getElementById(this.getAttribute('into') ?? '');
    if (!list) return;
    const parsed = document.createElement('template');
    parsed.innerHTML = html;
    const id = parsed.content.firstElementChild?.id;
    if (id) document.getElementById(id)?.remove();
    list.prepend(parsed.content);
    const max = Number(this.getAttribute('max') ?? '100');
    while (list.children.length > max) list.lastElementChild?.remove();
    document.querySelector(`[data-empty-for="${list.id}"]`)?.remove();
  }

  private say(words: string): void {
    const state = this.querySelector('.live');
    if (state) state.textContent = words;
  }
}

customElements.define('fz-live', Live);
