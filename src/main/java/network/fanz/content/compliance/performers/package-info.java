/** Records of the people in works: their tables, their keys, and how they are found by a name. */
@NullMarked
package network.fanz.content.compliance.performers;

import org.jspecify.annotations.NullMarked;
