package network.fanz.security.identity;

import java.time.Instant;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A version of the terms of use, without its text.
 *
 * @param change what it changes, in a sentence of the operator; null if there was none before it
 * @param effectiveAt when it comes into force; a version with a higher number takes its place from that one's time on
 */
public record TermsVersion(
        int number,
        String title,
        @Nullable String change,
        Instant effectiveAt,
        Instant publishedAt,
        AccountId publishedBy) {}
