/**
 * <fz-copy for="id">: a button that copies an element's text. Without script the text can still be marked and copied by hand, so the
 * button only appears when it works.
 */
class Copy extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    const source = document.getElementById(this.getAttribute('for') ?? '');
    if (!button || !source || !navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener('click', () => void this.copy(button, source.innerText.trim()));
  }

  private async copy(button: HTMLButtonElement, text: string): Promise<void> {
    const said = this.querySelector('[role=status]');
    try {
      await navigator.clipboard.writeText(text);
      if (said) said.textContent = 'Copied.';
    } catch {
      if (said) said.textContent = 'The browser did not allow it: mark the text and copy it by hand.';
    }
    button.focus();
  }
}

customElements.define('fz-copy', Copy);
