/** Films that wait for a person, played to whoever has them in hand. */
@NullMarked
package network.fanz.content.moderation.screening;

import org.jspecify.annotations.NullMarked;
