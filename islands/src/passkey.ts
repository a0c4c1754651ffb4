/**
 * <fz-passkey action="sign-in | register" csrf="…" done="/where-to-go-on">: a passkey's ceremony (WebAuthn Level 3). The button stays off
 * until the browser has said that it can. What went wrong is said in words, and what else can be done is the element's attribute "instead".
 */
class Passkey extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button) return;
    if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
      this.say(said('This browser cannot use passkeys. The other ways work.'));
      return;
    }
    this.say(this.getAttribute('action') === 'register' ? said('Your device will ask you.') : said('Your face, finger or device code.'));
    button.disabled = false;
    button.addEventListener('click', () => void this.run(button));
  }

  private async run(button: HTMLButtonElement): Promise<void> {
    button.disabled = true;
    this.say(said('Your device is asking you …'));
    try {
      await (this.getAttribute('action') === 'register' ? this.register() : this.signIn());
      location.assign(this.getAttribute('done') ?? '/');
    } catch (failed) {
      const confirm = this.getAttribute('confirm');
      if (confirm && failed instanceof Refused && failed.type.endsWith('/fresh-proof-needed')) {
        location.assign(confirm);
        return;
      }
      this.say(failed instanceof Refused ? failed.message : `${this.why(failed)} ${this.getAttribute('instead') ?? ''}`.trim());
      button.disabled = false;
      button.focus();
    }
  }

  /** A browser tells nobody whether the device has no passkey or its owner said no (WebAuthn Level 3, section 14.5), so both are said. */
  private why(failed: unknown): string {
    const making = this.getAttribute('action') === 'register';
    if (making && failed instanceof DOMException && failed.name === 'InvalidStateError') {
      return said('Nothing was done: this device has a passkey for your account already.');
    }
    return making
      ? said('Nothing was done: your device made no passkey, or you stopped it.')
      : said('Nothing was done: this device has no passkey that is known here, or you stopped it.');
  }

  private async signIn(): Promise<void> {
    const options = await this.post('/webauthn/authenticate/options', {});
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON);
    const credential = await navigator.credentials.get({ publicKey });
    await this.post('/login/webauthn', (credential as PublicKeyCredential).toJSON());
  }

  private async register(): Promise<void> {
    const options = await this.post('/webauthn/register/options', {});
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON);
    const credential = await navigator.credentials.create({ publicKey });
    const label = this.querySelector<HTMLInputElement>('input[name=label]')?.value.trim() || 'Passkey';
    await this.post('/webauthn/register', { publicKey: { credential: (credential as PublicKeyCredential).toJSON(), label } });
  }

  private async post(path: string, body: unknown): Promise<unknown> {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'x-csrf-token': this.getAttribute('csrf') ?? '' },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    const said: unknown = text.startsWith('{') ? JSON.parse(text) : {};
    if (!answer.ok) throw new Refused(said as { type?: string; detail?: string });
    return said;
  }

  private say(words: string): void {
    const state = this.querySelector('[role=status]');
    if (state) state.textContent = words;
  }
}

/** The server said no, in words for the reader. */
class Refused extends Error {
  readonly type: string;

  constructor(problem: { type?: string; detail?: string }) {
    super(problem.detail ?? said('The passkey was not accepted.'));
    this.type = problem.type ?? '';
  }
}

customElements.define('fz-passkey', Passkey);
