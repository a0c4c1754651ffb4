/** The back end of a creator network as one program; the folders are its layers, the folders in them its modules. */
@NullMarked
package network.fanz;

import org.jspecify.annotations.NullMarked;
