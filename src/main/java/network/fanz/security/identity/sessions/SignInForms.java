package network.fanz.security.identity.sessions;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.Ids;
import network.fanz.common.Steady;
import network.fanz.platform.vault.Vault;
import network.fanz.security.identity.sessions.SignInFormStore.SignInFormRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Forms that sign in. Signing in changes the session's token, so the second sending of a double click comes with a token that is no
 * longer good, and the browser drops the answer to the first. Whoever shows the same former token and the same form's key is the same
 * browser: nobody else has seen that page. Its second sending gets the session that the first one signed in, under a token of its own.
 */
@Component
public final class SignInForms {
    private static final String LOCATION = "identity.sign_in_form.location";
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final Duration WAIT_MAX = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final SignInFormStore store;
    private final IdentitySessionRepository sessions;
    private final Vault vault;
    private final Clock clock;

    SignInForms(SignInFormStore store, IdentitySessionRepository sessions, Vault vault, @Steady Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Where the first sending of a form ended.
     *
     * @param token the session's new token
     * @param location where the browser goes on
     */
    public record EarlierSignIn(String token, String location) {
        @Override
        public String toString() {
            return "EarlierSignIn";
        }
    }

    public UUID id(String token, String key) {
        return Ids.derived("identity.sign_in_form", HexFormat.of().formatHex(OpaqueTokens.hash(token)) + "/" + key);
    }

    /** False if the same form was sent before; then {@link #await} says how it ended. */
    public boolean begin(UUID form) {
        return store.begin(form, clock.instant().plus(LIFE));
    }

    /**
     * @param session the public id of the session that it signed in; null if it signed nobody in
     * @param location where its answer sends the browser; null if it is a page
     */
    public void end(UUID form, @Nullable UUID session, @Nullable String location) {
        if (session == null || location == null) {
            store.delete(form);
        } else {
            store.complete(form, session, vault.sealSecret(LOCATION, location.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Waits for the first sending to end; empty if it signed nobody in, or takes too long. */
    public Optional<EarlierSignIn> await(UUID form) {
        long end = System.nanoTime() + WAIT_MAX.toNanos();
        Optional<SignInFormRow> row = store.find(form);
        while (row.isPresent() && row.get().session() == null && System.nanoTime() < end) {
            try {
                Thread.sleep(LOOK_EVERY);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            row = store.find(form);
        }
        return row.flatMap(this::earlier);
    }

    private Optional<EarlierSignIn> earlier(SignInFormRow row) {
        UUID session = row.session();
        byte[] location = row.location();
        if (session == null || location == null) {
            return Optional.empty();
        }
        String where = new String(vault.openSecret(LOCATION, location), StandardCharsets.UTF_8);
        return sessions.newToken(session).map(token -> new EarlierSignIn(token, where));
    }

    public void sweep() {
        store.deleteExpired(clock.instant());
    }
}
