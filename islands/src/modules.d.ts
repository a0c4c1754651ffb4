declare module 'htmx.org';

/** The text in the page's language. The bundler puts the words in its place, so it is given a text in single quotation marks and nothing else. */
declare function said(english: string): string;

/** Of Node, and named by the types of tus-js-client: a browser has none. */
type Buffer = never;

/** The small build has the types of the whole one. */
declare module 'hls.js/light' {
  import Hls from 'hls.js';
  export default Hls;
}
