package network.fanz.content.compliance.verification;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import network.fanz.common.Steady;
import network.fanz.content.compliance.VerificationState;
import network.fanz.content.compliance.events.IdentityMessageUnexpected;
import network.fanz.content.compliance.verification.VerificationStore.VerificationRow;
import network.fanz.platform.events.Events;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what a provider says that no transition answers, and calls people, once for each message. */
@Component
class UnexpectedWords {
    private final ProviderMessageStore messages;
    private final Events events;
    private final Clock clock;

    UnexpectedWords(ProviderMessageStore messages, Events events, @Steady Clock clock) {
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    /** In the caller's transaction. */
    void keep(VerificationRow row, VerificationState said) {
        String message =
                Objects.requireNonNullElse(row.message(), "asked:" + row.check().id() + ":" + row.version());
        keep(
                row.check().provider(),
                message,
                row.check().id(),
                said.code(),
                row.check().state());
    }

    /** In the caller's transaction. Emits {@code identity_message_unexpected}, once for each message. */
    void keep(String provider, String message, @Nullable UUID check, String word, @Nullable VerificationState state) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (messages.insertUnexpected(provider, message, check, word, state, now)) {
            events.append(new IdentityMessageUnexpected(
                    provider, message, check, word, state == null ? null : state.code(), now));
        }
    }
}
