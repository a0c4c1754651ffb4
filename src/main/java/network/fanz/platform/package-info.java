/** What any program of this kind needs. */
@NullMarked
package network.fanz.platform;

import org.jspecify.annotations.NullMarked;
