package network.fanz.walkthrough;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.fanz.common.Role;
import org.jspecify.annotations.Nullable;

/** Makes accounts the way anyone does: through the public API, and the first administrator by the invitation in the data folder. */
public final class People {
    public static final String PASSWORD = "a long sentence nobody guesses";
    private static final String NOBODY = "Somebody";
    private static final int CODES_MAX = 3;
    private static final Map<Place, Person> ADMINISTRATORS = new ConcurrentHashMap<>();

    private final Place program;
    private final Clock clock;
    private final Supplier<UUID> ids;

    public People(Place program) {
        this(program, Clock.systemUTC());
    }

    /** @param clock the program's: codes of a second factor follow it */
    public People(Place program, Clock clock) {
        this(program, clock, UUID::randomUUID);
    }

    /**
     * @param clock the program's
     * @param ids what tells e-mail addresses and requests apart: random, or the same for the same people
     */
    public People(Place program, Clock clock, Supplier<UUID> ids) {
        this.program = program;
        this.clock = clock;
        this.ids = ids;
    }

    /** A fan, signed in. */
    public Person fan() {
        return fan(NOBODY, anybody());
    }

    /** A fan of that public name, who calls as this visitor. */
    public Person fan(String name, Visitor visitor) {
        return registered("FAN", name, visitor);
    }

    /** A creator with a second factor, signed in with it. */
    public Person creator() {
        return creator(NOBODY, anybody());
    }

    /** A creator of that public name, who calls as this visitor. */
    public Person creator(String name, Visitor visitor) {
        return withSecondFactor(registered("CREATOR", name, visitor));
    }

    /** Somebody of the staff with exactly this role, invited by the administrator, signed in with a second factor. */
    public Person staff(Role role) {
        String email = address(role.name());
        String token = token(administrator()
                .visitor()
                .api("POST", "/api/v1/invitations", Map.of("role", role.name(), "email", email))
                .expect(201)
                .body());
        return accepted(token, email);
    }

    /**
     * The program's first administrator, made by the invitation in the data folder at the first call. Its sign-in is kept there, for the
     * invitation is good once and the next walk needs the same administrator. A session that has ended since is begun anew.
     */
    public Person administrator() {
        return ADMINISTRATORS.compute(program, (any, known) -> {
            if (known != null && isSignedIn(known.visitor())) {
                return known;
            }
            return KeptSignIn.exists(program) ? signedInAgain(KeptSignIn.read(program)) : invited();
        });
    }

    private static boolean isSignedIn(Visitor visitor) {
        return visitor.api("GET", "/api/v1/sessions/current").status() == 200;
    }

    /** Somebody without an account. */
    public Visitor anybody() {
        return program.visitorFrom(Place.LOCAL, ids);
    }

    private Person invited() {
        Person administrator = accepted(invitation(), address("administrator"));
        KeptSignIn.write(program, administrator);
        return administrator;
    }

    private Person signedInAgain(KeptSignIn kept) {
        Visitor visitor = signIn(kept.email(), kept.password());
        Totp totp = new Totp(kept.secret(), clock);
        for (int i = 0; i < CODES_MAX && !secondFactorGiven(visitor); i++) {
            Answer given = visitor.api("POST", "/api/v1/sessions/current/totp", Map.of("code", totp.next()));
            if (given.status() == 200) {
                visitor.withToken(given.text("token"));
            }
        }
        return new Person(account(visitor), kept.email(), kept.password(), visitor, totp);
    }

    private static boolean secondFactorGiven(Visitor visitor) {
        return visitor.api("GET", "/api/v1/sessions/current")
                .text("secondFactor")
                .equals("given");
    }

    /** A new session of the same account, with its second factor if it has one. */
    public Visitor signIn(Person person) {
        return signInAgain(person, anybody());
    }

    /** A new session for the same visitor, whose old one may have ended. */
    public Visitor signInAgain(Person person, Visitor visitor) {
        signIn(visitor, person.email(), person.password());
        Totp totp = person.totp();
        if (totp != null) {
            visitor.withToken(visitor.api("POST", "/api/v1/sessions/current/totp", Map.of("code", totp.next()))
                    .expect(200)
                    .text("token"));
        }
        return visitor;
    }

    private Person registered(String role, String name, Visitor visitor) {
        String email = address(role);
        Map<String, Object> body = details(email, PASSWORD);
        body.put("role", role);
        body.put("name", name);
        Answer answer = visitor.api("POST", "/api/v1/registrations", body);
        if (answer.status() / 100 != 2) {
            answer.expect(201);
        }
        signIn(visitor, email, PASSWORD);
        return new Person(account(visitor), email, PASSWORD, visitor, null);
    }

    private Person accepted(String token, String email) {
        Map<String, Object> body = details(email, PASSWORD);
        body.put("token", token);
        Answer answer = anybody().api("POST", "/api/v1/invitations/acceptance", body);
        if (answer.status() / 100 != 2) {
            answer.expect(201);
        }
        Visitor visitor = signIn(email, PASSWORD);
        return withSecondFactor(new Person(account(visitor), email, PASSWORD, visitor, null));
    }

    private Person withSecondFactor(Person person) {
        Visitor visitor = person.visitor();
        String secret = visitor.api("POST", "/api/v1/factors/totp", Map.of()).text("secret");
        Totp totp = new Totp(secret, clock);
        Answer confirmed = visitor.api("POST", "/api/v1/factors/totp/confirmation", Map.of("code", totp.next()));
        // Every proof changes the session's token.
        visitor.withToken(confirmed.expect(200).text("token"));
        return new Person(person.id(), person.email(), person.password(), visitor, totp);
    }

    private Visitor signIn(String email, String password) {
        return signIn(anybody(), email, password);
    }

    private static Visitor signIn(Visitor visitor, String email, String password) {
        visitor.withToken(null);
        Answer answer = visitor.api("POST", "/api/v1/sessions", Map.of("email", email, "password", password));
        return visitor.withToken(answer.expect(201).text("token"));
    }

    private static String account(Visitor visitor) {
        return visitor.api("GET", "/api/v1/sessions/current").expect(200).text("account");
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
        return kind.toLowerCase(java.util.Locale.ROOT) + "-" + ids.get() + "@example.org";
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
            throw new Unexpected("no invitation's token in: " + text);
        }
        return token.group(1);
    }
}
