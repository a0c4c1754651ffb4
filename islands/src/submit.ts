/**
 * A form is sent once. Its button says "Working" and is off until the answer is there, and whatever sends the form meanwhile does nothing.
 * Without script the form's key does that: sent twice, it does its work once.
 */
const PATIENCE_MS = 20_000;
const underWay = new Map<HTMLFormElement, () => void>();

document.addEventListener('submit', event => {
  const form = event.target;
  // A field may be called "method", and would hide the form's property.
  if (!(form instanceof HTMLFormElement) || form.getAttribute('method')?.toLowerCase() !== 'post') return;
  if (underWay.has(form)) {
    event.preventDefault();
    return;
  }
  if (event.defaultPrevented) return;
  const button = event.submitter;
  underWay.set(form, () => {});
  // Only once the browser has taken the fields: what is off is not sent.
  setTimeout(() => {
    if (!(button instanceof HTMLButtonElement)) return;
    const words = [...button.childNodes];
    button.replaceChildren(said('Working…'));
    button.disabled = true;
    underWay.set(form, () => {
      button.replaceChildren(...words);
      button.disabled = false;
    });
  });
  // An answer that is a file leaves the page as it is, and one that never comes may be asked for again: the key is the same.
  setTimeout(() => end(form), PATIENCE_MS);
});

// The browser's way back shows the page as it was left.
addEventListener('pageshow', event => {
  if (event.persisted) [...underWay.keys()].forEach(end);
});

function end(form: HTMLFormElement): void {
  underWay.get(form)?.();
  underWay.delete(form);
}
