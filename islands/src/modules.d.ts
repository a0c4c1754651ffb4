declare module 'htmx.org';
