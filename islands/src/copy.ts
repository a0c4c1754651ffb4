/**
 * <fz-copy for="id">: a button that copies an element's text, and one with data-does="print" that prints the page. Without script the text
 * can still be marked and copied by hand, so a button only appears when it works.
 */
class Copy extends HTMLElement {
  connectedCallback(): void {
    const print = this.querySelector<HTMLButtonElement>('button[data-does=print]');
    if (print) {
      print.hidden = false;
      print.addEventListener('click', () => window.print());
    }
    const button = this.querySelector<HTMLButtonElement>('button:not([data-does])');
    const source = document.getElementById(this.getAttribute('for') ?? '');
    if (!button || !source || !navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener('click', () => void this.copy(button, source.innerText.trim()));
  }

  private async copy(button: HTMLButtonElement, text: string): Promise<void> {
    const state = this.querySelector('[role=status]');
    try {
      await navigator.clipboard.writeText(text);
      if (state) state.textContent = said('Copied.');
    } catch {
      if (state) state.textContent = said('The browser did not allow it: mark the text and copy it by hand.');
    }
    button.focus();
  }
}

customElements.define('fz-copy', Copy);
