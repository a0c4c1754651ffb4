/** What moderators do: the queue of what waits for a person, decisions, the policy, reports and banks of hashes. */
@NullMarked
package network.fanz.web.dash.moderation;

import org.jspecify.annotations.NullMarked;
