package network.fanz.security.identity;

import java.time.Instant;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * An open request to take away an account's lost second factor.
 *
 * @param askedBy the administrator who asked
 * @param approvedBy another administrator; null until one approves
 * @param effectiveAt when it takes effect unless the owner objects; null until it is approved
 */
public record FactorReset(
        AccountId account,
        AccountId askedBy,
        Instant askedAt,
        @Nullable AccountId approvedBy,
        @Nullable Instant effectiveAt) {}
