/**
 * A choice of language, of light or dark or of times loads the page anew. What was typed into its forms meanwhile is laid aside in the tab and
 * put back once, on the page that the choice comes back to. Never what is secret: a password, a code, a token, a card's number.
 */
const NAME = 'fanz-typed';
const KEPT_MS = 60_000;
const CHOICE = /\/(language|scheme|times)\/[^/]+$/;
const SECRET = /password|code|token|secret|^_/i;
const SECRET_CONTENT = /^(cc-|one-time-code$|.*-password$)/;
const CARD = /^\d{12,19}$/;

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
interface Typed { form: string; name: string; value: string; on?: boolean }

document.addEventListener('click', event => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const back = link && CHOICE.test(new URL(link.href).pathname) ? new URL(link.href).searchParams.get('back') : null;
  if (!back || event.ctrlKey || event.metaKey || event.shiftKey) return;
  // A refused form comes filled in: what stands there was typed too.
  const refused = document.querySelector('main [aria-invalid="true"], main [role="alert"]') !== null;
  const typed = fields().filter(it => mayBeKept(it) && (refused || isChanged(it))).map(written);
  if (typed.length) store(JSON.stringify({ page: back, at: Date.now(), typed }));
});

const kept = take();
if (kept) {
  const { page, at, typed } = JSON.parse(kept) as { page: string; at: number; typed: Typed[] };
  if (page === location.pathname + location.search && Math.abs(Date.now() - at) < KEPT_MS) typed.forEach(putBack);
}

function fields(): Field[] {
  return [...document.querySelectorAll<Field>('main form :is(input, select, textarea)[name]')];
}

function mayBeKept(field: Field): boolean {
  return !['hidden', 'password', 'file', 'submit', 'button'].includes(field.type)
    && !SECRET.test(field.name)
    && !SECRET_CONTENT.test(field.autocomplete)
    && !CARD.test(field.value.replace(/[ -]/g, ''));
}

function isTicked(field: Field): field is HTMLInputElement {
  return field.type === 'checkbox' || field.type === 'radio';
}

function isChanged(field: Field): boolean {
  if (isTicked(field)) return field.checked !== field.defaultChecked;
  if (field instanceof HTMLSelectElement) {
    const first = [...field.options].find(it => it.defaultSelected) ?? field.options[0];
    return field.value !== first?.value;
  }
  return field.value !== field.defaultValue;
}

function written(field: Field): Typed {
  const typed = { form: action(field), name: field.name, value: field.value };
  return isTicked(field) ? { ...typed, on: field.checked } : typed;
}

function putBack(typed: Typed): void {
  for (const field of fields()) {
    if (field.name !== typed.name || action(field) !== typed.form || !mayBeKept(field)) continue;
    if (!isTicked(field)) field.value = typed.value;
    else if (field.value === typed.value) field.checked = typed.on === true;
  }
}

/** Which form it is: rows of a list have the same action, and differ in their place and in what they say of themselves. */
function action(field: Field): string {
  const form = field.form;
  if (!form) return '';
  const path = form.getAttribute('action') ?? '';
  const alike = [...document.forms].filter(it => it.getAttribute('action') === path);
  const said = [...form.querySelectorAll<HTMLInputElement>('input[type=hidden]')].filter(it => !it.name.startsWith('_')).map(it => it.value);
  return [path, alike.indexOf(form), ...said].join('|');
}

// A browser that keeps nothing for pages loses what was typed, and nothing else.
function store(text: string): void {
  try {
    sessionStorage.setItem(NAME, text);
  } catch { /* as without script */ }
}

function take(): string | null {
  try {
    const text = sessionStorage.getItem(NAME);
    sessionStorage.removeItem(NAME);
    return text;
  } catch {
    return null;
  }
}

export {};
