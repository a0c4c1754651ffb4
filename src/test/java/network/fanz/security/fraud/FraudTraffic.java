package network.fanz.security.fraud;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.IntConsumer;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.common.Origin;
import network.fanz.platform.events.Events;
import network.fanz.platform.settings.Defaults;
import network.fanz.testing.ManualClock;
import network.fanz.testing.TestModules;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Honest and hostile payments, made from a seed, judged by the rules with their history in the real database. It knows of each card what
 * its bank would say, so it can say how many honest payments were declined, and how many cards a tester could try.
 */
public final class FraudTraffic implements AutoCloseable {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Asset ASSET = Asset.USD;

    private final ManualClock clock = new ManualClock(START);
    private final TestModules modules = TestModules.start(clock, "platform.events", "platform.vault", "security.audit");
    private final Fraud fraud = new Fraud(
            new FraudStore(modules.bean(JdbcTemplate.class), JsonMapper.shared()),
            Defaults.of(FraudSettings.class),
            modules.bean(Events.class),
            modules.bean(TransactionTemplate.class),
            clock);
    private final SplittableRandom random;
    private final int people;
    private final Map<String, HabitResult> honest = new LinkedHashMap<>();
    private final Map<String, TestingResult> hostile = new LinkedHashMap<>();
    private String scenario = "";
    private int places;

    /** @param people how many do each honest thing */
    public FraudTraffic(long seed, int people) {
        this.random = new SplittableRandom(seed);
        this.people = people;
    }

    /** Of one habit: how many payments honest people made, and which rules declined how many. */
    public record HabitResult(int payments, int declined, List<String> words) {}

    /** Of one way to test cards: how many reached a bank, from the address and the account with the most. */
    public record TestingResult(int tried, int reachedBank, int mostOfAnAddress, int mostOfAnAccount) {}

    /** Somebody who pays, from where they are. */
    private record TrafficPayer(AccountId account, Instant since, String country, Origin origin) {
        TrafficPayer at(Origin elsewhere) {
            return new TrafficPayer(account, since, country, elsewhere);
        }
    }

    /** What a card does. */
    private enum CardFate {
        PAYS,
        REFUSED,
        /** A kept card whose account is empty. */
        KEPT_REFUSED,
        KEPT_PAYS,
        /** The buyer never gives one. */
        LEFT
    }

    public Map<String, HabitResult> honest() {
        habit("tips now and then", person -> {
            TrafficPayer fan = established("DE");
            times(5, n -> buy(fan, 200 + random.nextInt(800), CardFate.PAYS, Duration.ofHours(20)));
        });
        habit("sixty tips in an hour of a show", person -> {
            TrafficPayer fan = established("DE");
            times(60, n -> buy(fan, 100 + random.nextInt(400), CardFate.KEPT_PAYS, Duration.ofSeconds(55)));
        });
        habit("eleven tips on the first evening", person -> {
            TrafficPayer fan = stranger("DE", place("DE"));
            times(11, n -> buy(fan, 500, n == 0 ? CardFate.PAYS : CardFate.KEPT_PAYS, Duration.ofMinutes(4)));
        });
        habit(
                "51.00 on a journey, ten times the habit",
                person -> buy(established("DE").at(place("ES")), 5100, CardFate.PAYS, Duration.ofHours(1)));
        habit(
                "a new fan abroad",
                person -> buy(
                        stranger("DE", place("FR")),
                        2000 + random.nextInt(60_000),
                        CardFate.PAYS,
                        Duration.ofHours(1)));
        habit(
                "a large first payment",
                person -> buy(
                        stranger("DE", place("DE")),
                        50_000 + random.nextInt(200_000),
                        CardFate.PAYS,
                        Duration.ofHours(1)));
        habit("a card mistyped twice, abroad, a large amount", person -> {
            TrafficPayer fan = stranger("DE", place("IT"));
            times(2, n -> buy(fan, 60_000, CardFate.REFUSED, Duration.ofMinutes(2)));
            buy(fan, 60_000, CardFate.PAYS, Duration.ofMinutes(2));
        });
        habit("a kept card that is empty until pay day", person -> {
            TrafficPayer fan = established("DE");
            times(5, n -> buy(fan, 1000, CardFate.KEPT_REFUSED, Duration.ofHours(2)));
            buy(fan, 1000, CardFate.KEPT_PAYS, Duration.ofHours(2));
        });
        habit("three payments begun, one finished", person -> {
            TrafficPayer fan = stranger("DE", place("DE"));
            times(3, n -> buy(fan, 1000, CardFate.LEFT, Duration.ofMinutes(3)));
            buy(fan, 1000, CardFate.PAYS, Duration.ofMinutes(3));
        });
        habit("a payment that was given back, and another", person -> {
            TrafficPayer fan = established("DE");
            fraud.reportOutcome(buy(fan, 1000, CardFate.PAYS, Duration.ofHours(1)), TransactionOutcome.REFUNDED);
            buy(fan, 1000, CardFate.PAYS, Duration.ofHours(1));
        });
        sharedAddress();
        neighbourOfATester();
        return honest;
    }

    /** One card in fifteen is refused at first, and its owner tries once more. */
    private void sharedAddress() {
        Origin dormitory = place("DE");
        habit(
                "one address of a hundred new fans",
                person -> times(100 / people + 1, n -> {
                    TrafficPayer fan = stranger("DE", dormitory);
                    if (random.nextInt(15) == 0) {
                        buy(fan, 900, CardFate.REFUSED, Duration.ofMinutes(1));
                    }
                    buy(fan, 900, CardFate.PAYS, Duration.ofMinutes(5));
                }));
    }

    private void neighbourOfATester() {
        Origin cafe = place("DE");
        times(30, n -> buy(stranger("DE", cafe), 500, CardFate.REFUSED, Duration.ofSeconds(10)));
        habit(
                "an old fan at the address of a card tester",
                person -> buy(established("DE").at(cafe), 1500, CardFate.PAYS, Duration.ofMinutes(3)));
    }

    public Map<String, TestingResult> hostile() {
        testing("three accounts, one address, thirty cards", 3, 1, 30, Duration.ofSeconds(20), 0);
        testing("forty accounts, one address, a card each", 40, 1, 40, Duration.ofMinutes(2), 0);
        testing("one account, thirty addresses", 1, 30, 30, Duration.ofMinutes(1), 0);
        testing("a card every half hour of a day, one account", 1, 1, 40, Duration.ofMinutes(30), 0);
        testing("one card in six pays, ten accounts, one address", 10, 1, 60, Duration.ofMinutes(1), 6);
        return hostile;
    }

    /**
     * @param cards how many are tried, account after account in turn
     * @param pays which card pays in spite of all; 0 for none
     */
    private void testing(String name, int accounts, int addresses, int cards, Duration pause, int pays) {
        rest();
        scenario = "";
        List<Origin> from = new ArrayList<>();
        times(addresses, n -> from.add(place("DE")));
        List<TrafficPayer> testers = new ArrayList<>();
        times(accounts, n -> testers.add(stranger("DE", from.getFirst())));
        Map<String, Integer> reached = new LinkedHashMap<>();
        int all = 0;
        Instant end = clock.instant().plus(Duration.ofDays(1));
        for (int card = 0; card < cards && clock.instant().isBefore(end); card++) {
            TrafficPayer tester = testers.get(card % accounts).at(from.get(card % addresses));
            boolean paid = pays > 0 && card % pays == pays - 1;
            UUID payment = buy(tester, 100, paid ? CardFate.PAYS : CardFate.REFUSED, pause);
            if (fraud.assessment(payment).orElseThrow().refusal() == null && !paid) {
                all++;
                reached.merge(tester.origin().addressHash(), 1, Integer::sum);
                reached.merge(tester.account().toString(), 1, Integer::sum);
            }
        }
        hostile.put(
                name,
                new TestingResult(
                        cards,
                        all,
                        most(reached, from.stream().map(Origin::addressHash).toList()),
                        most(
                                reached,
                                testers.stream()
                                        .map(tester -> tester.account().toString())
                                        .toList())));
    }

    private static int most(Map<String, Integer> reached, List<String> of) {
        return of.stream().mapToInt(each -> reached.getOrDefault(each, 0)).max().orElse(0);
    }

    private void habit(String name, IntConsumer person) {
        rest();
        scenario = name;
        honest.put(name, new HabitResult(0, 0, List.of()));
        times(people, person);
        scenario = "";
    }

    private UUID buy(TrafficPayer payer, int units, CardFate fate, Duration pause) {
        boolean kept = fate == CardFate.KEPT_PAYS || fate == CardFate.KEPT_REFUSED;
        UUID payment = new UUID(random.nextLong(), random.nextLong());
        RiskAssessment assessment = fraud.assessTransactionRisk(new RiskAssessmentRequest(
                payment,
                payer.account(),
                new AccountId(new UUID(0x8000L, 0x8000_0000_0000_3000L + random.nextInt(5))),
                Money.of(ASSET, units),
                payer.since(),
                payer.country(),
                kept,
                payer.origin()));
        count(assessment);
        if (assessment.refusal() != null) {
            fraud.reportOutcome(payment, TransactionOutcome.ABANDONED);
        } else if (fate == CardFate.PAYS || fate == CardFate.KEPT_PAYS) {
            fraud.reportOutcome(payment, TransactionOutcome.SETTLED);
        } else if (fate != CardFate.LEFT) {
            fraud.reportOutcome(payment, TransactionOutcome.DECLINED);
        }
        clock.forward(pause);
        return payment;
    }

    private void count(RiskAssessment assessment) {
        honest.computeIfPresent(scenario, (name, so) -> {
            List<String> words = new ArrayList<>(so.words());
            boolean declined = assessment.refusal() != null;
            if (declined) {
                words.add(assessment.reasons().toString());
            }
            return new HabitResult(so.payments() + 1, so.declined() + (declined ? 1 : 0), words);
        });
    }

    /** A fan of three months with payments of a few dollars, the last two days ago. */
    private TrafficPayer established(String country) {
        String counted = scenario;
        scenario = "";
        TrafficPayer fan = new TrafficPayer(
                new AccountId(new UUID(0x8000L, random.nextLong() >>> 2 | Long.MIN_VALUE)),
                clock.instant().minus(Duration.ofDays(90)),
                country,
                place(country));
        times(3, n -> buy(fan, 500, CardFate.PAYS, Duration.ofMinutes(1)));
        clock.forward(Duration.ofHours(48));
        scenario = counted;
        return fan;
    }

    private TrafficPayer stranger(String country, Origin origin) {
        return new TrafficPayer(
                new AccountId(new UUID(0x8000L, random.nextLong() >>> 2 | Long.MIN_VALUE)),
                clock.instant().minus(Duration.ofMinutes(10)),
                country,
                origin);
    }

    private Origin place(String country) {
        places++;
        return new Origin("address-of-traffic-" + places, "agent-" + places % 7, country, "tube");
    }

    private void rest() {
        clock.forward(Duration.ofDays(2));
    }

    private static void times(int count, IntConsumer work) {
        for (int number = 0; number < count; number++) {
            work.accept(number);
        }
    }

    @Override
    public void close() {
        modules.close();
    }
}
