/**
 * <fz-live src="/security/live?after=7" into="rows" max="200" older="/security/events?after=">: puts what the server sends to the top of
 * a list, as it happens. One EventSource a page. The server sends finished, escaped rows; an event named "row" holds one, and its id is
 * the row's number, which also ends the row's own id. Under script-less browsers the list is simply what it was when the page was made.
 *
 * The list has no gap: it is cut at its end only, and "Show more" then goes on behind the last row that is left. Once the reader has
 * asked for more rows, none is taken away; a list of ten times the measure stands still instead.
 */
class Live extends HTMLElement {
  private source: EventSource | undefined;
  private last: string | undefined;
  private rows = 0;

  connectedCallback(): void {
    this.rows = this.list()?.children.length ?? 0;
    this.listen();
    const button = this.querySelector('button');
    if (button) button.hidden = false;
    button?.addEventListener('click', event => this.toggle(event.currentTarget as HTMLButtonElement));
  }

  disconnectedCallback(): void {
    this.source?.close();
  }

  private listen(): void {
    const address = new URL(this.getAttribute('src') ?? '', location.href);
    if (this.last) address.searchParams.set('after', this.last);
    const source = new EventSource(address);
    source.addEventListener('open', () => this.say(said('Live')));
    // A browser comes back by itself after a lost connection, and never after a refusal: signed out, or too many streams.
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) this.end();
      else this.say(said('Connection lost, trying again'));
    });
    source.addEventListener('row', event => this.add(event as MessageEvent<string>));
    this.source = source;
  }

  private toggle(button: HTMLButtonElement): void {
    const paused = button.getAttribute('aria-pressed') === 'true';
    button.setAttribute('aria-pressed', String(!paused));
    if (paused) {
      this.listen();
    } else {
      this.source?.close();
      this.say(said('Paused'));
    }
  }

  private add(row: MessageEvent<string>): void {
    const list = this.list();
    if (!list) return;
    const asked = list.children.length > this.rows;
    const parsed = document.createElement('template');
    parsed.innerHTML = row.data;
    const id = parsed.content.firstElementChild?.id;
    if (id) document.getElementById(id)?.remove();
    list.prepend(parsed.content);
    this.last = row.lastEventId;
    document.querySelector(`[data-empty-for="${list.id}"]`)?.remove();
    const max = Number(this.getAttribute('max') ?? '100');
    if (!asked) this.cut(list, max);
    else if (list.children.length >= 10 * max) this.end();
  }

  private cut(list: Element, max: number): void {
    const whole = list.children.length;
    while (list.children.length > max) list.lastElementChild?.remove();
    this.rows = list.children.length;
    if (this.rows < whole) this.goOnBehind(list.lastElementChild);
  }

  /** The link that the page came with would leave out the rows that were cut off. */
  private goOnBehind(row: Element | null): void {
    const link = document.createElement('a');
    link.className = 'btn';
    link.id = 'more';
    link.rel = 'next';
    link.href = (this.getAttribute('older') ?? '') + (row?.id.match(/\d+$/)?.[0] ?? '');
    link.textContent = said('Show more');
    document.getElementById('pager')?.replaceChildren(link);
  }

  private end(): void {
    this.source?.close();
    this.querySelector('button')?.remove();
    this.say(said('Ended: reload the page'));
  }

  private list(): Element | null {
    return document.getElementById(this.getAttribute('into') ?? '');
  }

  private say(words: string): void {
    const state = this.querySelector('.live');
    if (state) state.textContent = words;
  }
}

customElements.define('fz-live', Live);
