// Partial updates by attributes: a long list goes on in its place. Forms carry their own _csrf field, so nothing is inherited; pages are
// whole at their own address, so the browser's history stays the browser's.
import htmx from 'htmx.org';

htmx.config.history = false;
