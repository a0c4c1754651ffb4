/** The policy: its versions, how one is read, tried and put into force. */
@NullMarked
package network.fanz.content.moderation.policy;

import org.jspecify.annotations.NullMarked;
