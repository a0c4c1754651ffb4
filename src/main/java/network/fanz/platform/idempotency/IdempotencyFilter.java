package network.fanz.platform.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.Ids;
import network.fanz.platform.idempotency.IdempotencyStore.Held;
import network.fanz.platform.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Behind the security chain, where the account is known: lets a changing request through once a key and answers the others. */
final class IdempotencyFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final String ANSWER = "idempotency.request.answer";
    private static final int TRIES = 3;

    private final IdempotencyStore store;
    private final IdempotencySettings settings;
    private final Vault vault;
    private final Clock clock;

    IdempotencyFilter(IdempotencyStore store, IdempotencySettings settings, Vault vault, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Asked asked = asked(request);
        if (asked == null) {
            chain.doFilter(request, response);
            return;
        }
        UUID runner = Ids.next(clock);
        Optional<StoredAnswer> stored = takeOrFind(asked, runner);
        if (stored.isPresent()) {
            replay(stored.get(), response);
            return;
        }
        run(asked, runner, new KeyedRequest(request, asked.key(), asked.body()), response, chain);
    }

    private @Nullable Asked asked(HttpServletRequest request) throws IOException, ServletException {
        String info = request.getPathInfo();
        String path = info == null ? request.getServletPath() : request.getServletPath() + info;
        if (!CHANGING.contains(request.getMethod()) || settings.exempts(path)) {
            return null;
        }
        if (path.startsWith("/api/")) {
            return Asked.ofApi(request, path, vault, settings.requestMax().toBytes());
        }
        String type = request.getContentType();
        boolean form = type != null
                && type.toLowerCase(java.util.Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        if (!form) {
            // No page is changed by anything else, and where there are no fields there is no key.
            throw new HttpMediaTypeNotSupportedException("A page is changed by its form.");
        }
        return Asked.ofForm(request, path, vault);
    }

    /**
     * Empty if the key is now ours; else the stored answer.
     *
     * @throws KeyReused if it came before with other content
     * @throws StillRunning if it came before and has no answer yet
     */
    private Optional<StoredAnswer> takeOrFind(Asked asked, UUID runner) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Instant now = clock.instant();
            Instant lease = now.plus(settings.lease());
            if (store.begin(asked.id(), asked.hash(), runner, now, lease, now.plus(settings.keptFor()))) {
                return Optional.empty();
            }
            Optional<Held> held = store.find(asked.id());
            if (held.isPresent()) {
                return Optional.of(answerOf(held.get(), asked));
            }
        }
        throw new StillRunning();
    }

    private StoredAnswer answerOf(Held held, Asked asked) {
        if (!MessageDigest.isEqual(held.asked(), asked.hash())) {
            throw new KeyReused();
        }
        if (held.answer() == null) {
            throw new StillRunning();
        }
        return StoredAnswer.read(asked.id(), vault.openSecret(ANSWER, held.answer()));
    }

    private void run(Asked asked, UUID runner, KeyedRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        KeyedAnswer answer = new KeyedAnswer(response);
        boolean done = false;
        try {
            chain.doFilter(request, answer);
            done = true;
        } finally {
            if (!done) {
                settle(asked, runner, Optional.empty());
            }
        }
        settle(asked, runner, answer.toStore(request, settings.answerMax().toBytes()));
        answer.copyBodyToResponse();
    }

    /** The work is done whatever becomes of its key: if the store fails now, the lease runs out and a repeat does the work again. */
    private void settle(Asked asked, UUID runner, Optional<StoredAnswer> answer) {
        try {
            if (answer.isEmpty()) {
                store.free(asked.id(), runner);
                return;
            }
            byte[] sealed = vault.sealSecret(ANSWER, answer.get().written(asked.id()));
            if (!store.finish(asked.id(), runner, sealed, clock.instant().plus(settings.keptFor()))) {
                LOG.warn("Request {} ran longer than its lease; its answer was not stored", asked.id());
            }
        } catch (DataAccessException failed) {
            LOG.error("The answer of request {} could not be stored", asked.id(), failed);
        }
    }

    private static void replay(StoredAnswer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach((name, value) -> {
            if (name.equals(HttpHeaders.SET_COOKIE)) {
                response.addHeader(name, value);
            } else {
                response.setHeader(name, value);
            }
        });
        response.setHeader("Idempotent-Replayed", "true");
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }
}
