/**
 * What words say that people should look at: phrases of lists, ways to be reached elsewhere, ways to be paid elsewhere. Words are read as
 * people read them, in whatever signs they are written.
 */
@NullMarked
package network.fanz.content.intelligence.text;

import org.jspecify.annotations.NullMarked;
