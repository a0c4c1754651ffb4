/** How large something is and how long it takes, in the page's language. */
const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

export function size(bytes: number): string {
  let unit = 0;
  let number = bytes;
  while (number >= 1024 && unit < UNITS.length - 1) {
    number /= 1024;
    unit++;
  }
  const maximumFractionDigits = unit === 0 || number >= 100 ? 0 : 1;
  return `${new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits }).format(number)} ${UNITS[unit]}`;
}

/** What is left to wait, rounded up. */
export function left(seconds: number): string {
  if (seconds < 60) return said('{0} s left').replace('{0}', String(Math.ceil(seconds)));
  if (seconds < 7200) return said('{0} min left').replace('{0}', String(Math.ceil(seconds / 60)));
  return said('{0} h left').replace('{0}', String(Math.ceil(seconds / 3600)));
}
