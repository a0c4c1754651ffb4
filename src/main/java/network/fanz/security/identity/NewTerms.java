package network.fanz.security.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of the terms of use as an administrator writes it.
 *
 * @param number the number that it is to have, which is the next one: whoever has not seen the latest version publishes none
 * @param change what is different from the version before; empty for the first
 * @param effectiveAt when it comes into force; null for at once
 */
public record NewTerms(
        int number,
        String title,
        String text,
        String change,
        @Nullable Instant effectiveAt) {}
