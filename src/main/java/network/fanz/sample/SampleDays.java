package network.fanz.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import network.fanz.common.Ids;
import network.fanz.platform.mail.Mailbox;
import network.fanz.walkthrough.Answer;
import network.fanz.walkthrough.People;
import network.fanz.walkthrough.Person;
import network.fanz.walkthrough.Place;
import network.fanz.walkthrough.Unexpected;
import network.fanz.walkthrough.Visitor;

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
    /** None that answers late: what a payment goes through would depend on how fast the machine is. */
    private static final List<String> CARDS = List.of("4242 4242 4242 4242", "4111 1111 1111 1111");

    private static final String NO_FUNDS = "4000 0000 0000 9995";
    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]{16,})");
    private static final int WRONG = 401;
    private static final int BLOCKED = 403;
    private static final Duration SESSION = Duration.ofMinutes(10);

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
    private final SampleClock clock;
    private final Place place;
    private final Mailbox mailbox;
    private final People people;
    private final SampleQuiet quiet;
    private final AtomicInteger idsGiven = new AtomicInteger();
    private final SplittableRandom random = new SplittableRandom(20_260_824L);
    private final List<Person> creators = new ArrayList<>();
    private final List<Person> fans = new ArrayList<>();
    private final Map<String, String> passes = new HashMap<>();
    private final Map<String, String> cards = new HashMap<>();
    private final Map<String, Instant> signedIn = new HashMap<>();

    SampleDays(SampleSettings settings, SampleClock clock, Place place, Mailbox mailbox, SampleQuiet quiet) {
        this.settings = settings;
        this.clock = clock;
        this.place = place;
        this.mailbox = mailbox;
        this.quiet = quiet;
        this.people = new People(place, clock, this::id);
    }

    void live(int day, Instant midnight) {
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
            guesses(day, midnight.plus(Duration.ofMinutes(23 * 60 + 10)));
            evening(midnight.plus(Duration.ofMinutes(23 * 60 + 50)));
        }
        quiet.awaitSubscribers();
    }

    /** One after the other, each on a minute of their own. */
    private void newPeople(int day, Instant start) {
        Instant next = start;
        if (day == 0) {
            onTime(next, people::administrator);
        }
        while (creators.size() < Math.min(settings.creators(), 2 + day / 6)) {
            next = next.plus(Duration.ofMinutes(1));
            onTime(next, this::newCreator);
        }
        while (fans.size() < Math.min(settings.fans(), 2 + day / 2)) {
            next = next.plus(Duration.ofMinutes(1));
            onTime(next, this::newFan);
        }
    }

    private void newCreator() {
        Person creator = people.creator(CREATORS.get(creators.size() % CREATORS.size()), visitor(creators.size() + 1));
        verifyEmail(creator);
        offerPass(creator);
        creators.add(creator);
    }

    private void newFan() {
        boolean verifies = random.nextInt(10) < 8;
        Person fan = people.fan("Fan " + (fans.size() + 1), visitor(100 + fans.size()));
        if (verifies) {
            verifyEmail(fan);
        }
        signedIn.put(fan.id(), clock.instant());
        fans.add(fan);
    }

    private void offerPass(Person creator) {
        String price = Integer.toString(499 + 100 * random.nextInt(16));
        Answer pass = creator.visitor()
                .api("POST", "/api/v1/passes", Map.of("price", Map.of("asset", "USD/2", "amount", price)))
                .expect(201);
        passes.put(creator.id(), pass.text("id"));
    }

    /** Everything is drawn beforehand, whatever becomes of it: each draw decides those after it. */
    private void purchase(Instant minute) {
        Person fan = fans.get(random.nextInt(fans.size()));
        Person creator = creators.get(random.nextInt(creators.size()));
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
            asked.put("amount", Map.of("asset", "USD/2", "amount", Integer.toString(tip)));
        }
        if (!declined && cards.containsKey(fan.id())) {
            asked.put("method", cards.get(fan.id()));
        }
        onTime(minute.plus(MARGIN), () -> {
            present(fan);
            SampleCheckout checkout = new SampleCheckout(fan.visitor());
            boolean settled = declined ? checkout.pay(asked, NO_FUNDS, false) : checkout.pay(asked, card, true);
            if (settled) {
                cards.computeIfAbsent(fan.id(), any -> checkout.savedCard());
            } else {
                quiet.awaitSubscribers();
            }
        });
    }

    /** Subscribers hear of each guess before the next, so that it is always the same one that raises the alert. */
    private void guesses(int day, Instant start) {
        clock.leapTo(start);
        Visitor attacker = place.visitorFrom("127.9." + day + ".13", this::id);
        for (int i = 0; i < GUESSES; i++) {
            Person victim = fans.get(i % fans.size());
            int status = attacker.api(
                            "POST",
                            "/api/v1/sessions",
                            Map.of("email", victim.email(), "password", "a guess of many words " + i))
                    .status();
            if (status != WRONG && status != BLOCKED) {
                throw new Unexpected("a guess should be refused, not answered with " + status);
            }
            quiet.awaitSubscribers();
        }
    }

    /** What nobody takes up is escalated by a job, which must not find it on another day. */
    private void evening(Instant late) {
        quiet.awaitSubscribers();
        clock.leapTo(late);
        quiet.awaitJobs();
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
        String token = SampleQuiet.await(
                "the letter to " + person,
                () -> mailbox.letters(null).items().stream()
                        .filter(letter -> letter.to().equals(person.email()))
                        .map(letter -> TOKEN.matcher(letter.text()))
                        .filter(Matcher::find)
                        .map(found -> found.group(1))
                        .findFirst());
        person.visitor()
                .api("POST", "/api/v1/email-verifications", Map.of("token", token))
                .expect(204);
    }

    /** @throws Unexpected if it took so long that the rules might count another minute */
    private void onTime(Instant time, Runnable act) {
        clock.leapTo(time);
        act.run();
        if (clock.instant().isAfter(time.plus(MARGIN))) {
            throw new Unexpected(
                    "this machine is too slow: what should happen at " + time + " lasted until " + clock.instant());
        }
    }

    /** Everybody lives at another address of this machine. */
    private Visitor visitor(int number) {
        return place.visitorFrom("127.1." + number / 250 + "." + (number % 250 + 1), this::id);
    }

    private UUID id() {
        return Ids.derived("sample", Integer.toString(idsGiven.getAndIncrement()));
    }
}
