// Partial updates by attributes. Forms carry their own _csrf field, so nothing is inherited and nothing is configured here.
import 'htmx.org';
