/** What waits for a person, who has it in hand, what they decide, and what follows. */
@NullMarked
package network.fanz.content.moderation.review;

import org.jspecify.annotations.NullMarked;
