package network.fanz.content.compliance.sandbox;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Objects;
import network.fanz.common.NotFound;
import network.fanz.content.compliance.DocumentType;
import network.fanz.content.compliance.VerificationRefusal;
import network.fanz.content.compliance.sandbox.IdentitySandboxStore.CheckRow;
import network.fanz.content.compliance.spi.IdentityProgress;
import network.fanz.content.compliance.spi.IdentityResult;
import network.fanz.content.compliance.spi.ProvenIdentity;
import network.fanz.platform.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** The vendor's side: checks, what its people find, and what it tells us. A state and its message are written together. */
@Component
@Profile("local")
class IdentitySandboxVendor {
    private static final String PERSON = "compliance.sandbox_check.person";
    private static final int ADULT = 18;

    private final IdentitySandboxStore store;
    private final IdentitySandboxMessages messages;
    private final IdentitySandboxSettings settings;
    private final Vault vault;
    private final JsonMapper json;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    IdentitySandboxVendor(
            IdentitySandboxStore store,
            IdentitySandboxMessages messages,
            IdentitySandboxSettings settings,
            Vault vault,
            JsonMapper json,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.messages = messages;
        this.settings = settings;
        this.vault = vault;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Begins a check, or finds it. */
    IdentitySandboxJson.BegunCheck begin(IdentitySandboxJson.NewCheck request) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        store.insert(
                "chk_" + HexFormat.of().formatHex(bytes),
                request.check(),
                request.returnUrl(),
                clock.instant().plus(settings.pageTime()));
        CheckRow row = store.findByCheck(request.check()).orElseThrow();
        return new IdentitySandboxJson.BegunCheck(row.reference(), "/sandbox/identity/" + row.reference());
    }

    CheckRow check(String reference) {
        return store.find(reference).orElseThrow(() -> new NotFound("check"));
    }

    IdentityResult result(String reference) {
        CheckRow row = check(reference);
        return switch (row.progress()) {
            case APPROVED -> new IdentityResult(IdentityProgress.APPROVED, null, person(row));
            case REFUSED -> new IdentityResult(IdentityProgress.REFUSED, refusal(row), null);
            case PENDING, DOUBT, EXPIRED, UNRECOGNISED -> IdentityResult.of(row.progress());
        };
    }

    /** Somebody has shown themselves on the page. A page that was used is good no more. */
    void show(CheckRow row, TestOutcome choice, String name, LocalDate born, LocalDate expires) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        ProvenIdentity person = new ProvenIdentity(
                name, born, !today.isBefore(born.plusYears(ADULT)), DocumentType.PASSPORT, "DE", expires);
        byte[] sealed = vault.seal(row.check(), PERSON, json.writeValueAsString(person));
        transaction.executeWithoutResult(status -> {
            if (store.answer(
                            row.reference(),
                            choice,
                            sealed,
                            choice.last() == null ? null : now.plus(settings.looksFor()))
                    && choice.sendsMessages()) {
                messages.write(row.check(), choice.first());
            }
        });
    }

    /** Lets its people come to an end where their time is over, and pages lapse that nobody used. */
    void resolve() {
        store.resolvable(clock.instant())
                .forEach(row -> move(
                        row,
                        Objects.requireNonNull(
                                Objects.requireNonNull(row.choice()).last())));
        store.unused(clock.instant()).forEach(row -> move(row, IdentityProgress.EXPIRED));
    }

    private void move(CheckRow row, IdentityProgress to) {
        transaction.executeWithoutResult(status -> {
            if (store.move(row, to)) {
                messages.write(row.check(), to);
            }
        });
    }

    private @Nullable ProvenIdentity person(CheckRow row) {
        byte[] sealed = row.person();
        return sealed == null ? null : json.readValue(vault.open(row.check(), PERSON, sealed), ProvenIdentity.class);
    }

    private static @Nullable VerificationRefusal refusal(CheckRow row) {
        TestOutcome choice = row.choice();
        return choice == null ? null : choice.refusal();
    }
}
