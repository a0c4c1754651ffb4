/** Accounts as they are stored: rows, personal data under the vault's keys, and the mails to their owners. */
@NullMarked
package network.fanz.security.identity.accounts;

import org.jspecify.annotations.NullMarked;
