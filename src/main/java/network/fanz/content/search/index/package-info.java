/** This node's index: how it is opened, made, fed, asked and put away. */
@NullMarked
package network.fanz.content.search.index;

import org.jspecify.annotations.NullMarked;
