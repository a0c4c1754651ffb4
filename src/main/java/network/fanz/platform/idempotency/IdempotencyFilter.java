package network.fanz.platform.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.Ids;
import network.fanz.common.StreamedBody;
import network.fanz.platform.idempotency.IdempotencyStore.IdempotencyRow;
import network.fanz.platform.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Behind the security chain, where the account is known: lets a changing request do its work once a key. The others get the
 * stored answer from {@link StoredResponseInterceptor}.
 */
final class IdempotencyFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final String ANSWER = "idempotency.request.answer";
    private static final int TRIES = 3;

    private final IdempotencyStore store;
    private final IdempotencySettings settings;
    private final Vault vault;
    private final Clock clock;
    private final UUID run;

    IdempotencyFilter(IdempotencyStore store, IdempotencySettings settings, Vault vault, Clock clock, UUID run) {
        this.store = store;
        this.settings = settings;
        this.vault = vault;
        this.clock = clock;
        this.run = run;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        IdempotentRequest idempotentRequest = identify(request);
        if (idempotentRequest == null) {
            chain.doFilter(request, response);
            return;
        }
        UUID runner = Ids.next(clock);
        Optional<StoredResponse> stored = beginOrReplay(idempotentRequest, runner);
        if (stored.isPresent()) {
            StoredResponseInterceptor.leave(request, stored.get());
            chain.doFilter(request, response);
            return;
        }
        run(
                idempotentRequest,
                runner,
                new RequestWithKey(request, idempotentRequest.key(), idempotentRequest.body()),
                response,
                chain);
    }

    private @Nullable IdempotentRequest identify(HttpServletRequest request) throws IOException, ServletException {
        String info = request.getPathInfo();
        String path = info == null ? request.getServletPath() : request.getServletPath() + info;
        if (!CHANGING.contains(request.getMethod()) || settings.exempts(path) || goesOnFromAnOffset(request)) {
            return null;
        }
        if (path.startsWith("/api/")) {
            return IdempotentRequest.ofApi(
                    request, path, vault, settings.requestMax().toBytes());
        }
        String type = request.getContentType();
        boolean form = type != null
                && type.toLowerCase(java.util.Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        if (!form) {
            // No page is changed by anything else, and where there are no fields there is no key.
            throw new HttpMediaTypeNotSupportedException("A page is changed by its form.");
        }
        return IdempotentRequest.ofForm(request, path, vault);
    }

    /** A piece of a file says where it belongs, so it is taken once without a key. */
    private static boolean goesOnFromAnOffset(HttpServletRequest request) {
        return request.getMethod().equals("PATCH") && StreamedBody.of(request).isPresent();
    }

    /**
     * Empty if the key is now ours; else the stored answer.
     *
     * @throws IdempotencyKeyReused if it came before with other content
     * @throws RequestInProgress if it came before and has no answer yet
     */
    private Optional<StoredResponse> beginOrReplay(IdempotentRequest idempotentRequest, UUID runner) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Instant now = clock.instant();
            Instant lease = now.plus(settings.lease());
            if (store.begin(
                    idempotentRequest.id(),
                    idempotentRequest.hash(),
                    new IdempotencyStore.KeyHolder(runner, run),
                    now,
                    lease,
                    now.plus(settings.keptFor(idempotentRequest.stranger())))) {
                return Optional.empty();
            }
            Optional<IdempotencyRow> held = store.find(idempotentRequest.id());
            if (held.isPresent()) {
                return Optional.of(answerOf(held.get(), idempotentRequest, now));
            }
        }
        throw new RequestInProgress();
    }

    private StoredResponse answerOf(IdempotencyRow idempotencyRow, IdempotentRequest idempotentRequest, Instant now) {
        if (!MessageDigest.isEqual(idempotencyRow.requestHash(), idempotentRequest.hash())) {
            throw new IdempotencyKeyReused();
        }
        if (idempotencyRow.response() == null) {
            throw run.equals(idempotencyRow.run())
                    ? new RequestInProgress()
                    : new RequestInProgress(settings.lease(), Duration.between(now, idempotencyRow.leaseUntil()));
        }
        return StoredResponse.read(idempotentRequest.id(), vault.openSecret(ANSWER, idempotencyRow.response()));
    }

    private void run(
            IdempotentRequest idempotentRequest,
            UUID runner,
            RequestWithKey request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        CapturedResponse answer = new CapturedResponse(response);
        boolean done = false;
        try {
            chain.doFilter(request, answer);
            done = true;
        } finally {
            if (!done) {
                finishOrRelease(idempotentRequest, runner, Optional.empty());
            }
        }
        finishOrRelease(
                idempotentRequest,
                runner,
                answer.toStore(request, settings.answerMax().toBytes()));
        answer.copyBodyToResponse();
    }

    /** The work is done whatever becomes of its key: if the store fails now, the lease runs out and a repeat does the work again. */
    private void finishOrRelease(IdempotentRequest idempotentRequest, UUID runner, Optional<StoredResponse> answer) {
        try {
            if (answer.isEmpty()) {
                store.release(idempotentRequest.id(), runner);
                return;
            }
            byte[] sealed = vault.sealSecret(ANSWER, answer.get().written(idempotentRequest.id()));
            if (!store.finish(
                    idempotentRequest.id(),
                    runner,
                    sealed,
                    clock.instant().plus(settings.keptFor(idempotentRequest.stranger())))) {
                LOG.warn("Request {} ran longer than its lease; its answer was not stored", idempotentRequest.id());
            }
        } catch (DataAccessException failed) {
            LOG.error("The answer of request {} could not be stored", idempotentRequest.id(), failed);
        }
    }
}
