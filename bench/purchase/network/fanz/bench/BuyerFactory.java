package network.fanz.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import network.fanz.common.AccountId;
import network.fanz.security.identity.sessions.Factor;
import network.fanz.security.identity.sessions.IdentitySession;
import network.fanz.security.identity.sessions.IdentitySessionRepository;
import network.fanz.security.identity.sessions.SignInProof;
import network.fanz.testing.AccountCopies;
import network.fanz.testing.RunningFanz;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes people who have paid before, have kept a card, and are signed in. One registers over the API; the others are rows like that one,
 * with an address, a name and a date of birth of their own, sealed under keys of their own. Only their password hashes are the first
 * one's, and their sessions are made by the session table: hashing thousands of passwords takes minutes and tells nothing here. Each
 * then pays as anybody does, on the vendor's card page.
 */
final class BuyerFactory {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int AT_ONCE = 16;
    private static final String CARD = "4242424242424242";

    private final RunningFanz program;
    private final List<String> creators;
    private final ConcurrentLinkedQueue<Buyer> made = new ConcurrentLinkedQueue<>();

    /** @param method the saved card */
    record Buyer(String token, String method) {}

    BuyerFactory(RunningFanz program, List<String> creators) {
        this.program = program;
        this.creators = creators;
    }

    ConcurrentLinkedQueue<Buyer> make(int count) throws IOException, InterruptedException {
        AccountCopies rows = new AccountCopies(program, first());
        AtomicInteger left = new AtomicInteger(count);
        AtomicReference<Exception> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < AT_ONCE; number++) {
            threads.add(Thread.startVirtualThread(() -> makeSome(rows, left, failure)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (failure.get() != null) {
            throw new IllegalStateException("A buyer could not be made", failure.get());
        }
        return made;
    }

    private AccountId first() throws IOException {
        try (HttpConnection connection = new HttpConnection(program.port())) {
            return new AccountId(UUID.fromString(field(register(connection), "account")));
        }
    }

    private void makeSome(AccountCopies rows, AtomicInteger left, AtomicReference<Exception> failure) {
        try (HttpConnection connection = new HttpConnection(program.port())) {
            for (int number = left.getAndDecrement(); number > 0; number = left.getAndDecrement()) {
                if (failure.get() != null) {
                    return;
                }
                made.add(buyer(connection, rows.next(), creators.get(number % creators.size())));
            }
        } catch (IOException | RuntimeException failed) {
            failure.compareAndSet(null, failed);
        }
    }

    private Buyer buyer(HttpConnection connection, AccountId account, String creator) throws IOException {
        String token = signedIn(account);
        String payment = api(connection, token, "POST", "/api/v1/payments", """
                {"kind":"tip","creator":"%s","amount":{"asset":"USD/2","amount":"500"}}""".formatted(creator));
        expect(connection.send(
                "POST",
                field(payment, "nextUrl"),
                bearer(token),
                "application/x-www-form-urlencoded",
                "number=" + CARD + "&keep=true"));
        String settled = api(connection, token, "GET", "/api/v1/payments/" + field(payment, "id") + "?wait=15", "");
        if (!field(settled, "state").equals("SETTLED")) {
            throw new IllegalStateException("A first payment did not settle: " + settled);
        }
        String methods = api(connection, token, "GET", "/api/v1/payment-methods", "");
        return new Buyer(token, JSON.readTree(methods).get(0).path("id").asString());
    }

    private static String register(HttpConnection connection) throws IOException {
        return api(connection, null, "POST", "/api/v1/registrations", """
                {"email":"buyer-%s@example.org","password":"a long sentence nobody guesses","name":"Somebody",
                 "dateOfBirth":"1990-04-05","country":"DE","role":"FAN"}""".formatted(UUID.randomUUID()));
    }

    private String signedIn(AccountId account) {
        IdentitySessionRepository sessions = program.bean(IdentitySessionRepository.class);
        Instant now = Instant.now();
        IdentitySession session = sessions.createSession();
        session.setAttribute(
                SignInProof.ATTRIBUTE,
                new SignInProof(account, EnumSet.of(Factor.PASSWORD), now, now, UUID.randomUUID(), "api", null));
        sessions.save(session);
        return session.getId();
    }

    static String bearer(String token) {
        return "Authorization: Bearer " + token + "\r\n";
    }

    private static String api(HttpConnection connection, String token, String method, String path, String body)
            throws IOException {
        String headers = (token == null ? "" : bearer(token)) + "Idempotency-Key: " + UUID.randomUUID() + "\r\n";
        return expect(connection.send(method, path, headers, "application/json", body));
    }

    private static String expect(HttpConnection.Answer answer) {
        if (answer.status() > 399) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
        return answer.body();
    }

    private static String field(String json, String name) {
        return JSON.readTree(json).path(name).asString();
    }
}
