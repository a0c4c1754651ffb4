package network.fanz.security.identity.eligibility;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of a sanctions list.
 *
 * @param name as published; an alias is its own line
 * @param born null if the list does not say
 */
public record SanctionedName(String name, @Nullable LocalDate born) {}
