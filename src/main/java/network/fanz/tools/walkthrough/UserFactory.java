package network.fanz.tools.walkthrough;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.fanz.common.Role;
import org.jspecify.annotations.Nullable;

/** Makes accounts the way anyone does: through the public API, and the first administrator by the invitation in the data folder. */
public final class UserFactory {
    public static final String PASSWORD = "a long sentence nobody guesses";
    private static final String NOBODY = "Somebody";
    private static final int CODES_MAX = 3;
    /** After this long an administrator signs in anew, well before the program calls its proof old. */
    private static final Duration FRESH_FOR = Duration.ofMinutes(5);

    private static final Map<ProgramAddress, Administrator> ADMINISTRATORS = new ConcurrentHashMap<>();

    private final ProgramAddress program;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final UnaryOperator<String> mailboxes;

    public UserFactory(ProgramAddress program) {
        this(program, Clock.systemUTC());
    }

    /** @param clock the program's: codes of a second factor follow it */
    public UserFactory(ProgramAddress program, Clock clock) {
        this(program, clock, UUID::randomUUID, kind -> kind + "-" + UUID.randomUUID());
    }

    /**
     * @param clock the program's
     * @param ids what tells requests apart: random, or the same for the same people
     * @param mailboxes what stands before the sign in the email address of one of a kind, each once
     */
    public UserFactory(ProgramAddress program, Clock clock, Supplier<UUID> ids, UnaryOperator<String> mailboxes) {
        this.program = program;
        this.clock = clock;
        this.ids = ids;
        this.mailboxes = mailboxes;
    }

    /** A fan, signed in. */
    public SignedInUser fan() {
        return fan(NOBODY, anonymousClient());
    }

    /** A fan of that public name, who calls through this client. */
    public SignedInUser fan(String name, ProgramClient client) {
        return registered("FAN", name, client);
    }

    /** A creator with a second factor, signed in with it. */
    public SignedInUser creator() {
        return creator(NOBODY, anonymousClient());
    }

    /** A creator of that public name, who calls through this client. */
    public SignedInUser creator(String name, ProgramClient client) {
        return withSecondFactor(registered("CREATOR", name, client));
    }

    /** A creator who may upload: the sandbox has said who they are, and they have signed the agreement. */
    public SignedInUser verifiedCreator() {
        SignedInUser creator = creator();
        IdentityDesk.show(creator, "approve");
        IdentityDesk.await(creator, "VERIFIED");
        IdentityDesk.sign(creator);
        return creator;
    }

    /** A member of the staff with exactly this role, invited by the administrator, signed in with a second factor. */
    public SignedInUser staff(Role role) {
        String email = address(role.name());
        String token = token(administrator()
                .client()
                .api("POST", "/api/v1/invitations", Map.of("role", role.name(), "email", email))
                .expect(201)
                .body());
        return accepted(token, email);
    }

    /**
     * The program's first administrator, made by the invitation in the data folder at the first call. Its sign-in is kept there, for the
     * invitation is good once and the next walk needs the same administrator. A session that has ended since is begun anew, and so is one
     * that is not fresh any more: what an administrator changes asks for a recent proof.
     */
    public SignedInUser administrator() {
        return ADMINISTRATORS.compute(program, this::fresh).user();
    }

    private Administrator fresh(ProgramAddress any, @Nullable Administrator known) {
        if (known != null && isSignedIn(known.user().client())) {
            if (Duration.between(known.signedInAt(), clock.instant()).abs().compareTo(FRESH_FOR) < 0) {
                return known;
            }
            signInAgain(known.user(), known.user().client());
            return new Administrator(known.user(), clock.instant());
        }
        SignedInUser user =
                SavedCredentials.exists(program) ? signedInAgain(SavedCredentials.read(program)) : invited();
        return new Administrator(user, clock.instant());
    }

    private static boolean isSignedIn(ProgramClient client) {
        return client.api("GET", "/api/v1/sessions/current").status() == 200;
    }

    /** A client without an account. */
    public ProgramClient anonymousClient() {
        return program.clientFrom(ProgramAddress.LOCAL, ids);
    }

    private SignedInUser invited() {
        SignedInUser administrator = accepted(invitation(), address("administrator"));
        SavedCredentials.write(program, administrator);
        return administrator;
    }

    private SignedInUser signedInAgain(SavedCredentials kept) {
        ProgramClient client = signIn(kept.email(), kept.password());
        TotpGenerator totpGenerator = new TotpGenerator(kept.secret(), clock);
        for (int i = 0; i < CODES_MAX && !secondFactorGiven(client); i++) {
            HttpAnswer given =
                    client.api("POST", "/api/v1/sessions/current/totp", Map.of("code", totpGenerator.next()));
            if (given.status() == 200) {
                client.withToken(given.text("token"));
            }
        }
        Map<String, Object> terms = new LinkedHashMap<>();
        if (readTerms(client, "number", terms)) {
            client.api("POST", "/api/v1/terms/acceptance", terms).expect(204);
        }
        return new SignedInUser(account(client), kept.email(), kept.password(), client, totpGenerator);
    }

    /** Puts the number of the terms of use in force into the field; false if none are. */
    static boolean readTerms(ProgramClient client, String field, Map<String, Object> body) {
        HttpAnswer terms = client.api("GET", "/api/v1/terms");
        if (terms.status() != 200) {
            return false;
        }
        body.put(field, terms.json().path("number").asInt());
        return true;
    }

    /** Opens an account, and accepts the terms of use where that is asked for. */
    private static HttpAnswer opened(ProgramClient client, String path, Map<String, Object> body) {
        HttpAnswer answer = client.api("POST", path, body);
        boolean asked = answer.status() == 422
                && answer.json().path("field").asString("").equals("terms");
        return asked && readTerms(client, "terms", body) ? client.api("POST", path, body) : answer;
    }

    private static boolean secondFactorGiven(ProgramClient client) {
        return client.api("GET", "/api/v1/sessions/current")
                .text("secondFactor")
                .equals("given");
    }

    /** A new session of the same account, with its second factor if it has one. */
    public ProgramClient signIn(SignedInUser user) {
        return signInAgain(user, anonymousClient());
    }

    /** A new session for the same user, whose old one may have ended. */
    public ProgramClient signInAgain(SignedInUser user, ProgramClient client) {
        signIn(client, user.email(), user.password());
        TotpGenerator totpGenerator = user.totp();
        if (totpGenerator != null) {
            client.withToken(client.api("POST", "/api/v1/sessions/current/totp", Map.of("code", totpGenerator.next()))
                    .expect(200)
                    .text("token"));
        }
        return client;
    }

    private SignedInUser registered(String role, String name, ProgramClient client) {
        String email = address(role);
        Map<String, Object> body = details(email, PASSWORD);
        body.put("role", role);
        body.put("name", name);
        HttpAnswer answer = opened(client, "/api/v1/registrations", body);
        if (answer.status() / 100 != 2) {
            answer.expect(201);
        }
        signIn(client, email, PASSWORD);
        return new SignedInUser(account(client), email, PASSWORD, client, null);
    }

    private SignedInUser accepted(String token, String email) {
        Map<String, Object> body = details(email, PASSWORD);
        body.put("token", token);
        HttpAnswer answer = opened(anonymousClient(), "/api/v1/invitations/acceptance", body);
        if (answer.status() == 410) {
            throw new UnexpectedAnswer(
                    "the invitation is used up. The walk makes the first administrator by itself, so it needs a FANZ"
                            + " that nobody has set up yet: ./fanz up --data NEW");
        }
        if (answer.status() / 100 != 2) {
            answer.expect(201);
        }
        ProgramClient client = signIn(email, PASSWORD);
        return withSecondFactor(new SignedInUser(account(client), email, PASSWORD, client, null));
    }

    private SignedInUser withSecondFactor(SignedInUser user) {
        ProgramClient client = user.client();
        String secret = client.api("POST", "/api/v1/factors/totp", Map.of()).text("secret");
        TotpGenerator totpGenerator = new TotpGenerator(secret, clock);
        HttpAnswer confirmed =
                client.api("POST", "/api/v1/factors/totp/confirmation", Map.of("code", totpGenerator.next()));
        // Every proof changes the session's token.
        client.withToken(confirmed.expect(200).text("token"));
        return new SignedInUser(user.id(), user.email(), user.password(), client, totpGenerator);
    }

    private ProgramClient signIn(String email, String password) {
        return signIn(anonymousClient(), email, password);
    }

    private static ProgramClient signIn(ProgramClient client, String email, String password) {
        client.withToken(null);
        HttpAnswer answer = client.api("POST", "/api/v1/sessions", Map.of("email", email, "password", password));
        return client.withToken(answer.expect(201).text("token"));
    }

    private static String account(ProgramClient client) {
        return client.api("GET", "/api/v1/sessions/current").expect(200).text("account");
    }

    private static Map<String, Object> details(String email, String password) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("email", email);
        body.put("password", password);
        body.put("name", NOBODY);
        body.put("dateOfBirth", "1990-04-05");
        body.put("country", "DE");
        return body;
    }

    private String address(String kind) {
        return mailboxes.apply(kind.toLowerCase(java.util.Locale.ROOT)) + "@example.org";
    }

    private String invitation() {
        try {
            return token(Files.readString(program.dataFolder().resolve("invitation.txt")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String token(@Nullable String text) {
        Matcher token =
                Pattern.compile("token\"?[=:]\\s*\"?([A-Za-z0-9_-]{16,})").matcher(String.valueOf(text));
        if (!token.find()) {
            throw new UnexpectedAnswer("no invitation's token in: " + text);
        }
        return token.group(1);
    }

    private record Administrator(SignedInUser user, Instant signedInAt) {}
}
