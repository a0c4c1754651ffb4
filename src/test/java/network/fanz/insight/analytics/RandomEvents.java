package network.fanz.insight.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import network.fanz.common.DomainEvent;
import network.fanz.security.identity.events.EmailVerified;
import network.fanz.security.monitoring.events.AlertChanged;

/** Days of a network's life from a seed. */
final class RandomEvents {
    private RandomEvents() {}

    static DomainEvent[] events(Random random, Instant now, int count) {
        List<DomainEvent> events = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            Instant at = now.minus(Duration.ofMinutes(random.nextInt(60 * 24 * 200)));
            switch (random.nextInt(7)) {
                case 0, 1 -> payment(random, number, at, events);
                case 2 -> events.add(AnalyticsTest.signedIn(AnalyticsTest.account(random.nextInt(20)), at));
                case 3 -> events.add(new EmailVerified(AnalyticsTest.account(1000 + number), at));
                case 4 -> work(random, number, at, events);
                case 5 -> events.add(AnalyticsTest.viewed(number, random.nextInt(500), at));
                default -> alert(random, number, at, events);
            }
        }
        return events.toArray(DomainEvent[]::new);
    }

    private static void payment(Random random, int number, Instant at, List<DomainEvent> events) {
        var buyer = AnalyticsTest.account(random.nextInt(20));
        var seller = AnalyticsTest.account(100 + random.nextInt(6));
        String kind = random.nextBoolean() ? "tip" : "pass";
        long price = 1 + random.nextInt(50_000);
        events.add(AnalyticsTest.settled(number, buyer, seller, kind, price, at));
        if (random.nextInt(5) == 0) {
            events.add(AnalyticsTest.refunded(
                    number, buyer, seller, kind, price, at.plus(Duration.ofHours(random.nextInt(300)))));
        }
    }

    private static void work(Random random, int number, Instant at, List<DomainEvent> events) {
        events.add(AnalyticsTest.moved(number, "received", at));
        if (random.nextInt(4) > 0) {
            Instant decided = at.plus(Duration.ofMinutes(random.nextInt(6000)));
            events.add(AnalyticsTest.moved(number, random.nextBoolean() ? "published" : "rejected", decided));
            events.add(AnalyticsTest.moved(number, "held", decided.plusSeconds(60)));
            events.add(AnalyticsTest.moved(number, "published", decided.plusSeconds(120)));
        }
    }

    private static void alert(Random random, int number, Instant at, List<DomainEvent> events) {
        events.add(new AlertChanged(AnalyticsTest.id(number), "HIGH", "NEW", at));
        if (random.nextBoolean()) {
            Instant closed = at.plus(Duration.ofHours(1 + random.nextInt(300)));
            events.add(new AlertChanged(AnalyticsTest.id(number), "HIGH", "ACKNOWLEDGED", at.plusSeconds(60)));
            events.add(new AlertChanged(AnalyticsTest.id(number), "HIGH", "CLOSED", closed));
        }
    }
}
