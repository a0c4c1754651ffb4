/** Works that are bought one by one: grants that follow from payments, what buyers have, and whom it is told that something was taken down. */
@NullMarked
package network.fanz.content.catalogue.sales;

import org.jspecify.annotations.NullMarked;
