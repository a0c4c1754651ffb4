package network.fanz.tools.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import network.fanz.common.Ids;
import network.fanz.platform.mail.Mailbox;
import network.fanz.security.identity.IdentitySettings;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramAddress;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import network.fanz.tools.walkthrough.TotpGenerator;
import network.fanz.tools.walkthrough.UnexpectedAnswer;
import network.fanz.tools.walkthrough.UserFactory;
import org.jspecify.annotations.Nullable;

/** What happens on the sample's days: people register, pay, are declined, ask for their money back; now and then somebody guesses passwords. */
final class SampleSimulation {
    private static final List<String> CREATORS = List.of(
            "Noor Atelier",
            "Mika Lune",
            "Studio Varga",
            "Ines Rio",
            "The Kestrel",
            "Juno Park",
            "Ada Frost",
            "Sol y Mar",
            "Ravi Ember",
            "Lotte Grau",
            "Odd Couple",
            "Vera Night");
    /** None that answers late: what a payment goes through would depend on how fast the machine is. */
    private static final List<String> CARDS = List.of("4242 4242 4242 4242", "4111 1111 1111 1111");

    private static final String NO_FUNDS = "4000 0000 0000 9995";
    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]{16,})");
    private static final int WRONG = 401;
    private static final int BLOCKED = 403;
    /** A session is used for as much of what it is granted, so that none ends while somebody pays. */
    private static final int SESSION_TENTHS = 9;

    /**
     * People register on the minute and pay half a minute past it, so that no bound of a rule that counts minutes lies within half a
     * minute of anything; payments keep a multiple of seven minutes between them, which is neither an hour nor a day.
     */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private static final Duration SLOT = Duration.ofMinutes(7);
    private static final int SLOTS = 128;
    /** One more than eleven, from which it is an alert. */
    private static final int GUESSES = 13;

    private static final int GUESSED_EVERY = 29;
    private static final int GUESSED_BEFORE_END = 4;

    private final SampleSettings settings;
    private final Duration sessionIdle;
    private final Duration sessionLife;
    private final SampleClock clock;
    private final ProgramAddress address;
    private final Mailbox mailbox;
    private final Map<String, Integer> ofEachKind = new ConcurrentHashMap<>();
    private final UserFactory userFactory;
    private final SampleIdleWait idle;
    private final SampleRefunds refunds;
    private final AtomicInteger idsGiven = new AtomicInteger();
    private final SplittableRandom random = new SplittableRandom(20_260_824L);
    private final List<SignedInUser> creators = new ArrayList<>();
    private final List<SignedInUser> fans = new ArrayList<>();
    private final Map<String, String> passes = new HashMap<>();
    private String currency = "";
    private final Map<String, String> cards = new HashMap<>();
    private final Map<String, FanSession> sessions = new HashMap<>();
    private @Nullable SignedInUser administrator;

    /** By the simulation's times, which are the same in each sample, and not by the clock's, which ticks between. */
    private record FanSession(Instant begun, Instant used) {}

    SampleSimulation(
            SampleSettings settings,
            IdentitySettings identity,
            SampleClock clock,
            ProgramAddress address,
            Mailbox mailbox,
            SampleIdleWait idle) {
        this.settings = settings;
        this.sessionIdle = identity.sessionIdle().dividedBy(10).multipliedBy(SESSION_TENTHS);
        this.sessionLife = identity.sessionLife().dividedBy(10).multipliedBy(SESSION_TENTHS);
        this.clock = clock;
        this.address = address;
        this.mailbox = mailbox;
        this.idle = idle;
        this.userFactory = new UserFactory(address, clock, this::id, this::mailbox);
        this.refunds = new SampleRefunds(userFactory);
    }

    void simulateDay(int day, Instant midnight) {
        newPeople(day, midnight.plus(Duration.ofHours(6)));
        int payments = Math.min(2 + day / 20 + random.nextInt(4), 2 * fans.size());
        List<Instant> times = IntStream.generate(() -> random.nextInt(SLOTS))
                .distinct()
                .limit(payments)
                .sorted()
                .mapToObj(slot -> midnight.plus(Duration.ofHours(8)).plus(SLOT.multipliedBy(slot)))
                .toList();
        times.forEach(this::purchase);
        if ((settings.days() - 2 - day) % GUESSED_EVERY == GUESSED_BEFORE_END) {
            passwordGuesses(day, midnight.plus(Duration.ofMinutes(23 * 60 + 10)));
            endOfDay(midnight.plus(Duration.ofMinutes(23 * 60 + 50)));
        }
        idle.awaitSubscribers();
    }

    /** One that people can type: {@code fan}, {@code fan-2}, and so on. */
    private String mailbox(String kind) {
        int number = ofEachKind.merge(kind, 1, Integer::sum);
        return number == 1 ? kind : kind + "-" + number;
    }

    /** How one of each kind signs in, a line each. */
    List<String> signIns() {
        return List.of(
                line("Administrator", Objects.requireNonNull(administrator)),
                line("Creator", creators.getFirst()),
                line("Fan", fans.getFirst()));
    }

    private static String line(String kind, SignedInUser user) {
        TotpGenerator totp = user.totp();
        String factor = totp == null ? "no second factor" : "authenticator key " + totp.base32();
        return "  %-14s %s, password \"%s\", %s".formatted(kind, user.email(), user.password(), factor);
    }

    /** One after the other, each on a minute of their own. */
    private void newPeople(int day, Instant start) {
        Instant next = start;
        if (day == 0) {
            actAt(next, () -> administrator = userFactory.administrator());
        }
        while (creators.size() < Math.min(settings.creators(), 2 + day / 6)) {
            next = next.plus(Duration.ofMinutes(1));
            actAt(next, this::newCreator);
        }
        while (fans.size() < Math.min(settings.fans(), 2 + day / 2)) {
            next = next.plus(Duration.ofMinutes(1));
            Instant minute = next;
            actAt(minute, () -> newFan(minute));
        }
    }

    private void newCreator() {
        SignedInUser creator =
                userFactory.creator(CREATORS.get(creators.size() % CREATORS.size()), client(creators.size() + 1));
        verifyEmail(creator);
        offerPass(creator);
        creators.add(creator);
    }

    private void newFan(Instant minute) {
        boolean verifies = random.nextInt(10) < 8;
        SignedInUser fan = userFactory.fan("Fan " + (fans.size() + 1), client(100 + fans.size()));
        if (verifies) {
            verifyEmail(fan);
        }
        sessions.put(fan.id(), new FanSession(minute, minute));
        fans.add(fan);
    }

    private String currency(SignedInUser anybody) {
        if (currency.isEmpty()) {
            currency = anybody.client()
                    .api("GET", "/api/v1/price-bounds")
                    .expect(200)
                    .text("currency");
        }
        return currency;
    }

    private void offerPass(SignedInUser creator) {
        String price = Integer.toString(499 + 100 * random.nextInt(16));
        HttpAnswer pass = creator.client()
                .api("POST", "/api/v1/passes", Map.of("price", Map.of("asset", currency(creator), "amount", price)))
                .expect(201);
        passes.put(creator.id(), pass.text("id"));
    }

    /** Everything is drawn beforehand, whatever becomes of it: each draw decides those after it. */
    private void purchase(Instant minute) {
        SignedInUser fan = fans.get(random.nextInt(fans.size()));
        SignedInUser creator = creators.get(random.nextInt(creators.size()));
        boolean pass = random.nextInt(3) == 0;
        boolean declined = random.nextInt(14) == 0;
        int tip = 300 + 100 * random.nextInt(25);
        String card = CARDS.get(random.nextInt(CARDS.size()));
        Map<String, Object> asked = new HashMap<>();
        asked.put("creator", creator.id());
        asked.put("kind", pass ? "pass" : "tip");
        if (pass) {
            asked.put("pass", passes.get(creator.id()));
        } else {
            asked.put("amount", Map.of("asset", currency(creator), "amount", Integer.toString(tip)));
        }
        if (!declined && cards.containsKey(fan.id())) {
            asked.put("method", cards.get(fan.id()));
        }
        actAt(minute.plus(MARGIN), () -> {
            visit(fan, minute);
            SampleCheckout checkout = new SampleCheckout(fan.client());
            boolean settled = declined ? checkout.pay(asked, NO_FUNDS, false) : checkout.pay(asked, card, true);
            if (settled) {
                cards.computeIfAbsent(fan.id(), any -> checkout.savedCard());
                refunds.paid(checkout.payment(), fan, creator);
            } else {
                idle.awaitSubscribers();
            }
        });
    }

    /** Subscribers hear of each guess before the next, so that it is always the same one that raises the alert. */
    private void passwordGuesses(int day, Instant start) {
        clock.advanceTo(start);
        ProgramClient attacker = address.clientFrom("127.9." + day + ".13", this::id);
        for (int i = 0; i < GUESSES; i++) {
            SignedInUser victim = fans.get(i % fans.size());
            int status = attacker.api(
                            "POST",
                            "/api/v1/sessions",
                            Map.of("email", victim.email(), "password", "a guess of many words " + i))
                    .status();
            if (status != WRONG && status != BLOCKED) {
                throw new UnexpectedAnswer("a guess should be refused, not answered with " + status);
            }
            idle.awaitSubscribers();
        }
    }

    /** What nobody takes up is escalated by a job, which must not find it on another day. */
    private void endOfDay(Instant late) {
        idle.awaitSubscribers();
        clock.advanceTo(late);
        idle.awaitJobs();
    }

    /** With the session that the fan still has; people sign in again once it has ended, for want of use or of age. */
    private void visit(SignedInUser fan, Instant minute) {
        FanSession session = Objects.requireNonNull(sessions.get(fan.id()));
        Instant begun = session.begun();
        if (session.used().plus(sessionIdle).isBefore(minute)
                || begun.plus(sessionLife).isBefore(minute)) {
            userFactory.signInAgain(fan, fan.client());
            begun = minute;
        }
        sessions.put(fan.id(), new FanSession(begun, minute));
    }

    private void verifyEmail(SignedInUser user) {
        String token = SampleIdleWait.await(
                "the letter to " + user,
                () -> mailbox.messages(null).items().stream()
                        .filter(message -> message.to().equals(user.email()))
                        .map(message -> TOKEN.matcher(message.text()))
                        .filter(Matcher::find)
                        .map(found -> found.group(1))
                        .findFirst());
        user.client()
                .api("POST", "/api/v1/email-verifications", Map.of("token", token))
                .expect(204);
    }

    /** @throws UnexpectedAnswer if it took so long that the rules might count another minute */
    private void actAt(Instant time, Runnable act) {
        clock.advanceTo(time);
        act.run();
        if (clock.instant().isAfter(time.plus(MARGIN))) {
            throw new UnexpectedAnswer(
                    "this machine is too slow: what should happen at " + time.truncatedTo(ChronoUnit.SECONDS)
                            + " lasted until " + clock.instant().truncatedTo(ChronoUnit.SECONDS) + ".");
        }
    }

    /** Everybody lives at another address of this machine. */
    private ProgramClient client(int number) {
        return address.clientFrom("127.1." + number / 250 + "." + (number % 250 + 1), this::id);
    }

    private UUID id() {
        return Ids.derived("sample", Integer.toString(idsGiven.getAndIncrement()));
    }
}
