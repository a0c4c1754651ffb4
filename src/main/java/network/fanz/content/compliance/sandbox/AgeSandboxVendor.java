package network.fanz.content.compliance.sandbox;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import network.fanz.common.Ids;
import network.fanz.common.NotFound;
import network.fanz.common.Steady;
import network.fanz.content.compliance.sandbox.AgeSandboxStore.AgeRow;
import network.fanz.content.compliance.spi.AgeResult;
import network.fanz.content.compliance.spi.IdentityProgress;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The vendor's side of proofs of age. A state and its message are written together. */
@Component
@Profile("local")
class AgeSandboxVendor {
    static final String MESSAGES = "/webhooks/age/" + AgeSandboxProvider.NAME;
    private static final Duration YES = Duration.ofDays(7);
    private static final Duration SHORT_YES = Duration.ofSeconds(20);

    private final AgeSandboxStore store;
    private final IdentitySandboxMessages messages;
    private final IdentitySandboxSettings settings;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AgeSandboxVendor(
            AgeSandboxStore store,
            IdentitySandboxMessages messages,
            IdentitySandboxSettings settings,
            TransactionOperations transaction,
            @Steady Clock clock) {
        this.store = store;
        this.messages = messages;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Begins a proof, or finds it. */
    IdentitySandboxJson.BegunCheck begin(IdentitySandboxJson.NewCheck request) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        store.insert(
                "age_" + HexFormat.of().formatHex(bytes),
                request.check(),
                request.returnUrl(),
                clock.instant().plus(settings.pageTime()));
        AgeRow row = store.findByProof(request.check()).orElseThrow();
        return new IdentitySandboxJson.BegunCheck(row.reference(), "/sandbox/age/" + row.reference());
    }

    AgeRow proof(String reference) {
        return store.find(reference).orElseThrow(() -> new NotFound("proof"));
    }

    AgeResult result(String reference) {
        AgeRow row = proof(reference);
        AgeOutcome choice = row.choice();
        Instant at = row.answeredAt();
        return row.progress() == IdentityProgress.APPROVED && choice != null && at != null
                ? new AgeResult(
                        IdentityProgress.APPROVED,
                        choice.method(),
                        at.plus(choice == AgeOutcome.YES_FOR_SECONDS ? SHORT_YES : YES))
                : AgeResult.of(row.progress());
    }

    /** Somebody has shown themselves on the page. A page that was used is good no more. */
    void show(AgeRow row, AgeOutcome choice) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            if (store.answer(row.reference(), choice, now, choice.last() == null ? null : now.plus(settings.looksFor()))
                    && choice.sendsMessages()) {
                tell(row, choice.first());
            }
        });
    }

    /** Lets its people come to an end where their time is over, and pages lapse that nobody used. */
    void resolve() {
        store.due(clock.instant())
                .forEach(row -> move(
                        row,
                        row.choice() == null
                                ? IdentityProgress.EXPIRED
                                : Objects.requireNonNull(row.choice().last())));
    }

    private void move(AgeRow row, IdentityProgress to) {
        transaction.executeWithoutResult(status -> {
            if (store.move(row, to)) {
                tell(row, to);
            }
        });
    }

    private void tell(AgeRow row, IdentityProgress progress) {
        messages.write(MESSAGES, new IdentitySandboxJson.AgeNews("age_" + Ids.next(clock), row.proof(), progress));
    }
}
