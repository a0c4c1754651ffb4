package network.fanz.security.identity.eligibility;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of a sanctions list.
 *
 * @param name as published, an alias being a line of its own
 * @param born null where the list does not say
 */
public record SanctionedName(String name, @Nullable LocalDate born) {}
