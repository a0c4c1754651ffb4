/**
 * Personal data as ciphertext: one key a person, kept outside PostgreSQL, so that destroying it erases the person everywhere.
 *
 * <p>Invariants: no key is ever in the database, its write-ahead log or its backups; no plaintext reaches a log; a destroyed key never
 * comes back; a ciphertext opens only for the field and the person it was sealed for. In the database lies only a mark
 * by which a node with other keys is kept out.
 */
@ApplicationModule(allowedDependencies = {"common", "platform.files", "platform.postgres", "platform.settings"})
@NullMarked
package network.fanz.platform.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
