/**
 * <fz-review>: decisions by keyboard. Each form or button that has a key names it in data-key. Keys can be switched off, which the browser
 * remembers, and do nothing while somebody types. What is veiled is shown while its button, the space bar on it or the key in its data-held is
 * held down.
 */
const OFF = 'fz-review-keys-off';

class Review extends HTMLElement {
  /** Shows or veils, by the key that is held down for it. */
  private readonly held = new Map<string, (on: boolean) => () => void>();

  connectedCallback(): void {
    document.addEventListener('keydown', this.pressed);
    document.addEventListener('keyup', this.released);
    window.addEventListener('blur', this.veil);
    this.hold();
    this.offerSwitch();
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.pressed);
    document.removeEventListener('keyup', this.released);
    window.removeEventListener('blur', this.veil);
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || localStorage.getItem(OFF)) return;
    if (event.target instanceof HTMLElement && event.target.closest('input:not([type=checkbox]), textarea, select')) return;
    if (event.key === '?') {
      this.querySelector<HTMLDetailsElement>('details[data-keys]')?.toggleAttribute('open');
      return;
    }
    this.held.get(event.key)?.(true)();
    if (this.moves(event.key)) {
      event.preventDefault();
      return;
    }
    const wanted = this.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`);
    if (!wanted) return;
    event.preventDefault();
    if (wanted instanceof HTMLFormElement) {
      wanted.requestSubmit();
    } else {
      wanted.click();
    }
  };

  private readonly released = (event: KeyboardEvent): void => this.held.get(event.key)?.(false)();

  private readonly veil = (): void => this.held.forEach(show => show(false)());

  /** j and k go down and up a list. */
  private moves(key: string): boolean {
    const lines = [...this.querySelectorAll<HTMLAnchorElement>('tbody#rows th a')];
    if (lines.length === 0 || (key !== 'j' && key !== 'k')) return false;
    const at = lines.findIndex(line => line === document.activeElement);
    lines[Math.min(Math.max(at + (key === 'j' ? 1 : -1), 0), lines.length - 1)]?.focus();
    return true;
  }

  private hold(): void {
    for (const button of this.querySelectorAll<HTMLButtonElement>('button[data-reveals]')) {
      const veil = document.getElementById(button.dataset.reveals ?? '');
      if (!veil) continue;
      button.hidden = false;
      const show = (on: boolean) => (): void => void veil.classList.toggle('shown', on);
      button.addEventListener('pointerdown', show(true));
      for (const end of ['pointerup', 'pointerleave', 'pointercancel', 'blur', 'keyup']) button.addEventListener(end, show(false));
      button.addEventListener('keydown', event => {
        if (event.key === ' ' || event.key === 'Enter') show(true)();
      });
      if (button.dataset.held) this.held.set(button.dataset.held, show);
    }
  }

  private offerSwitch(): void {
    const box = this.querySelector<HTMLInputElement>('input[data-keys-on]');
    const keys = this.querySelector<HTMLElement>('[data-keys]');
    if (!box || !keys) return;
    keys.hidden = false;
    box.checked = !localStorage.getItem(OFF);
    box.addEventListener('change', () => (box.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, '1')));
  }
}

customElements.define('fz-review', Review);
