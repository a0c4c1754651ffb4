/** Finds all hashes near others among a million, without missing one. */
@NullMarked
package network.fanz.content.moderation.index;

import org.jspecify.annotations.NullMarked;
