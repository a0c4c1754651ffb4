package network.fanz.content.compliance.verification;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Ids;
import network.fanz.common.Steady;
import network.fanz.content.compliance.spi.IdentityMessage;
import network.fanz.content.compliance.spi.SignedMessage;
import network.fanz.content.compliance.verification.VerificationStore.VerificationRow;
import network.fanz.platform.cardnumbers.CardNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes the messages of providers of identity checks. A message moves nothing: it is remembered, and the provider is asked. One that comes
 * twice is known already. What is about no check of ours, or holds a word that is not known, is kept, and people are called.
 */
@RestController
@Tag(name = "compliance")
class IdentityMessageApi {
    private static final int EVENT_MAX = 200;
    private static final int WORD_MAX = 60;

    private final IdentityProviders providers;
    private final ProviderMessageStore messages;
    private final VerificationStore store;
    private final UnexpectedWords unexpected;
    private final TransactionOperations transaction;
    private final Clock clock;

    IdentityMessageApi(
            IdentityProviders providers,
            ProviderMessageStore messages,
            VerificationStore store,
            UnexpectedWords unexpected,
            TransactionOperations transaction,
            @Steady Clock clock) {
        this.providers = providers;
        this.messages = messages;
        this.store = store;
        this.unexpected = unexpected;
        this.transaction = transaction;
        this.clock = clock;
    }

    @PostMapping("/webhooks/identity/{provider}")
    @Access(anyone = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "receiveIdentityMessage", summary = "A signed message of a provider of identity checks")
    void receive(
            @PathVariable("provider") String provider,
            @RequestHeader(name = "Webhook-Signature", required = false) @Nullable String signature,
            @RequestBody byte[] body) {
        IdentityMessage message = providers.forMessages(provider).readMessage(new SignedMessage(body, signature));
        String event = storable(provider, message.eventId());
        String word = word(message.word());
        transaction.executeWithoutResult(status -> {
            Optional<VerificationRow> row = Optional.ofNullable(message.check())
                    .flatMap(store::find)
                    .filter(found -> found.check().provider().equals(provider));
            UUID check = row.map(found -> found.check().id()).orElse(null);
            if (messages.insert(provider, event, check, word, now())) {
                row.ifPresent(found -> store.askNow(found.check().id(), event, now()));
                if (row.isEmpty() || !message.known()) {
                    unexpected.keep(
                            provider,
                            event,
                            check,
                            word,
                            row.map(found -> found.check().state()).orElse(null));
                }
            }
        });
    }

    /** PostgreSQL keeps microseconds, and may not round a time to one ahead. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The provider's own id of the message; one that follows from it if it cannot be stored. */
    private static String storable(String provider, String eventId) {
        return eventId.isEmpty() || eventId.length() > EVENT_MAX || CardNumbers.in(eventId)
                ? Ids.derived("compliance.message", provider + ":" + eventId).toString()
                : eventId;
    }

    private static String word(String said) {
        return CardNumbers.in(said) ? "" : said.substring(0, Math.min(said.length(), WORD_MAX));
    }
}
