/** Tells the server the device's time zone, in which pages show times from the next one on. */
const KEPT_S = 31_536_000;
const NAME = 'fanz_zone=';

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const told = document.cookie.split('; ').find(it => it.startsWith(NAME))?.slice(NAME.length);
if (zone && zone !== told) {
  const site = document.documentElement.dataset.site;
  document.cookie = `${NAME}${zone}; path=/; max-age=${KEPT_S}; samesite=lax`
    + (site ? `; domain=${site}` : '') + (location.protocol === 'https:' ? '; secure' : '');
}
