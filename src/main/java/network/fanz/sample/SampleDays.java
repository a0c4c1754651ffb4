package network.fanz.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import network.fanz.platform.mail.Mailbox;
import network.fanz.walkthrough.Answer;
import network.fanz.walkthrough.People;
import network.fanz.walkthrough.Person;
import network.fanz.walkthrough.Place;
import network.fanz.walkthrough.Visitor;
import tools.jackson.databind.JsonNode;

/** What happens on the sample's days: people register, pay, are declined; now and then somebody guesses passwords. */
final class SampleDays {
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
    private static final List<String> CARDS =
            List.of("4242 4242 4242 4242", "4111 1111 1111 1111", "4222 2222 2222 2220");
    private static final String NO_FUNDS = "4000 0000 0000 9995";
    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]{16,})");
    private static final Duration SESSION = Duration.ofMinutes(10);
    private static final Duration SETTLE_MAX = Duration.ofSeconds(30);
    private static final int GUESSES = 13;

    private final SampleSettings settings;
    private final SampleClock clock;
    private final Place place;
    private final Mailbox mailbox;
    private final People people;
    private final SplittableRandom random = new SplittableRandom(20_260_824L);
    private final List<Person> creators = new ArrayList<>();
    private final List<Person> fans = new ArrayList<>();
    private final Map<String, String> passes = new HashMap<>();
    private final Map<String, String> cards = new HashMap<>();
    private final Map<String, Instant> signedIn = new HashMap<>();

    SampleDays(SampleSettings settings, SampleClock clock, Place place, Mailbox mailbox) {
        this.settings = settings;
        this.clock = clock;
        this.place = place;
        this.mailbox = mailbox;
        this.people = new People(place, clock);
    }

    void live(int day, Instant midnight) {
        clock.leapTo(midnight.plus(Duration.ofHours(6)));
        if (day == 0) {
            people.administrator();
        }
        newPeople(day);
        int payments = Math.min(2 + day / 20 + random.nextInt(4), 2 * fans.size());
        List<Instant> times = LongStream.generate(
                        () -> random.nextLong(Duration.ofHours(15).toSeconds()))
                .limit(payments)
                .sorted()
                .mapToObj(second -> midnight.plus(Duration.ofHours(8)).plusSeconds(second))
                .toList();
        times.forEach(this::purchase);
        if (day % 29 == 27) {
            clock.leapTo(midnight.plus(Duration.ofMinutes(23 * 60 + 10)));
            guesses(day);
        }
    }

    private void newPeople(int day) {
        while (creators.size() < Math.min(settings.creators(), 2 + day / 6)) {
            Person creator =
                    people.creator(CREATORS.get(creators.size() % CREATORS.size()), visitor(creators.size() + 1));
            verifyEmail(creator);
            offerPass(creator);
            creators.add(creator);
        }
        while (fans.size() < Math.min(settings.fans(), 2 + day / 2)) {
            Person fan = people.fan("Fan " + (fans.size() + 1), visitor(100 + fans.size()));
            if (random.nextInt(10) < 8) {
                verifyEmail(fan);
            }
            signedIn.put(fan.id(), clock.instant());
            fans.add(fan);
        }
    }

    private void offerPass(Person creator) {
        String price = Integer.toString(499 + 100 * random.nextInt(16));
        Answer pass = creator.visitor()
                .api("POST", "/api/v1/passes", Map.of("price", Map.of("asset", "USD/2", "amount", price)))
                .expect(201);
        passes.put(creator.id(), pass.text("id"));
    }

    private void purchase(Instant time) {
        clock.leapTo(time);
        Person fan = fans.get(random.nextInt(fans.size()));
        Person creator = creators.get(random.nextInt(creators.size()));
        boolean pass = random.nextInt(3) == 0;
        boolean declined = random.nextInt(14) == 0;
        int tip = 300 + 100 * random.nextInt(25);
        present(fan);
        Map<String, Object> asked = new HashMap<>();
        asked.put("creator", creator.id());
        asked.put("kind", pass ? "pass" : "tip");
        if (pass) {
            asked.put("pass", passes.get(creator.id()));
        } else {
            asked.put("amount", Map.of("asset", "USD/2", "amount", Integer.toString(tip)));
        }
        if (!declined && cards.containsKey(fan.id())) {
            asked.put("method", cards.get(fan.id()));
        }
        pay(fan, asked, declined);
    }

    private void pay(Person fan, Map<String, Object> asked, boolean declined) {
        Visitor visitor = fan.visitor();
        JsonNode made = visitor.apiWithKey(
                        "POST", "/api/v1/payments", asked, new UUID(random.nextLong(), random.nextLong()).toString())
                .json();
        String next = made.path("nextUrl").asString("");
        if (!next.isEmpty()) {
            String number = declined ? NO_FUNDS : CARDS.get(random.nextInt(CARDS.size()));
            Answer page = visitor.get("api", next).expect(200);
            visitor.fill(page, page.path(), Map.of("number", number, "keep", Boolean.toString(!declined)));
        }
        settle(visitor, made.path("id").asString(""));
        if (!declined && !cards.containsKey(fan.id())) {
            JsonNode saved =
                    visitor.api("GET", "/api/v1/payment-methods").json().path(0);
            Optional.ofNullable(saved.path("id").asString(null)).ifPresent(id -> cards.put(fan.id(), id));
        }
    }

    /** The clock must not leap while a payment is on its way. */
    private static void settle(Visitor visitor, String payment) {
        long start = System.nanoTime();
        while (!payment.isEmpty() && System.nanoTime() - start < SETTLE_MAX.toNanos()) {
            String state = visitor.api("GET", "/api/v1/payments/" + payment + "?wait=5")
                    .text("state");
            if (List.of("SETTLED", "DECLINED", "REFUNDED").contains(state)) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private void guesses(int day) {
        Visitor attacker = place.visitorFrom("127.9." + day + ".13");
        for (int i = 0; i < GUESSES; i++) {
            Person victim = fans.get(i % fans.size());
            attacker.api(
                    "POST",
                    "/api/v1/sessions",
                    Map.of("email", victim.email(), "password", "a guess of many words " + i));
        }
    }

    /** A session ends when nobody uses it; people sign in again. */
    private void present(Person fan) {
        Instant last = signedIn.getOrDefault(fan.id(), Instant.EPOCH);
        if (last.plus(SESSION).isBefore(clock.instant())) {
            people.signInAgain(fan, fan.visitor());
            signedIn.put(fan.id(), clock.instant());
        }
    }

    private void verifyEmail(Person person) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < SETTLE_MAX.toNanos()) {
            Optional<String> token = mailbox.letters(null).items().stream()
                    .filter(letter -> letter.to().equals(person.email()))
                    .map(letter -> TOKEN.matcher(letter.text()))
                    .filter(Matcher::find)
                    .map(found -> found.group(1))
                    .findFirst();
            if (token.isPresent()) {
                person.visitor()
                        .api("POST", "/api/v1/email-verifications", Map.of("token", token.get()))
                        .expect(204);
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** Everybody lives at another address of this machine. */
    private Visitor visitor(int number) {
        return place.visitorFrom("127.1." + number / 250 + "." + (number % 250 + 1));
    }
}
