/** Words that are no work, held against the policy. */
@NullMarked
package network.fanz.content.moderation.texts;

import org.jspecify.annotations.NullMarked;
