package network.fanz.content.compliance.age;

import java.time.Instant;
import java.util.UUID;
import network.fanz.content.compliance.AgeMethod;
import network.fanz.content.compliance.AgeState;
import org.jspecify.annotations.Nullable;

/**
 * One proof of age, from its beginning on.
 *
 * @param viewer an account, or a session of a visitor
 * @param reference the provider's id; null before it gave one
 * @param page the provider's page; null before it gave one, and after the end
 * @param assuredAt when the provider said yes; null before
 * @param until when the provider's yes is over; null without one
 */
record AgeProof(
        UUID id,
        UUID viewer,
        String provider,
        @Nullable String reference,
        @Nullable String page,
        String returnUrl,
        AgeState state,
        @Nullable AgeMethod method,
        Instant begunAt,
        @Nullable Instant assuredAt,
        @Nullable Instant until) {}
