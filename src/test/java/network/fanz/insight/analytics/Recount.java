package network.fanz.insight.analytics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.Period;
import network.fanz.content.audience.events.ViewsCounted;
import network.fanz.content.catalogue.events.ReleaseMoved;
import network.fanz.finance.payments.events.PaymentRefunded;
import network.fanz.finance.payments.events.PaymentSettled;
import network.fanz.security.identity.events.AuthenticationAttempt;
import network.fanz.security.identity.events.EmailVerified;
import network.fanz.security.monitoring.events.AlertChanged;

/** The figures by their definitions, straight off the events, the slow way. */
final class Recount {
    private final List<DomainEvent> events;
    private final Period period;

    private Recount(List<DomainEvent> events, Period period) {
        this.events = events;
        this.period = period;
    }

    static BigInteger of(Metric metric, List<DomainEvent> events, Period period) {
        Recount recount = new Recount(events, period);
        return switch (metric) {
            case REVENUE ->
                sum(recount.settled().map(each -> each.fee().units()))
                        .subtract(sum(recount.refunded().map(each -> each.fee().units())));
            case TRANSACTIONS -> BigInteger.valueOf(recount.settled().count());
            case VOLUME -> recount.volume();
            case AVERAGE_VALUE -> mean(recount.volume(), recount.settled().count());
            case ACTIVE_CREATORS -> BigInteger.valueOf(recount.creators());
            case AVERAGE_EARNINGS ->
                mean(
                        sum(recount.settled().map(each -> each.share().units()))
                                .subtract(sum(recount.refunded()
                                        .map(each -> each.share().units()))),
                        recount.creators());
            case VERIFIED_ACCOUNTS ->
                BigInteger.valueOf(recount.all(EmailVerified.class)
                        .filter(each -> each.at().isBefore(period.to()))
                        .map(EmailVerified::account)
                        .distinct()
                        .count());
            case DAILY_ACTIVE_USERS -> recount.daily();
            case OPEN_ALERTS -> BigInteger.valueOf(recount.open());
            case WORKS_PUBLISHED ->
                BigInteger.valueOf(recount.works("published").values().stream()
                        .filter(period::contains)
                        .count());
            case SHARE_DECIDED -> recount.shareDecided();
            case DECISION_MEDIAN -> recount.waited(50);
            case DECISION_P95 -> recount.waited(95);
            case VIEWS ->
                sum(recount.all(ViewsCounted.class)
                        .filter(each -> period.contains(each.hour()))
                        .map(each -> BigInteger.valueOf(each.views())));
        };
    }

    private Stream<PaymentSettled> settled() {
        return all(PaymentSettled.class).filter(each -> period.contains(each.at()));
    }

    private Stream<PaymentRefunded> refunded() {
        return all(PaymentRefunded.class).filter(each -> period.contains(each.at()));
    }

    private BigInteger volume() {
        return sum(settled().map(each -> each.price().units()));
    }

    private long creators() {
        return settled().map(PaymentSettled::seller).distinct().count();
    }

    private record ActiveDay(LocalDate day, AccountId account) {}

    private BigInteger daily() {
        List<ActiveDay> seen = Stream.concat(
                        all(PaymentSettled.class).map(each -> seen(each.buyer(), each.at())),
                        all(AuthenticationAttempt.class).map(each -> seen(each.account(), each.at())))
                .distinct()
                .toList();
        LocalDate first =
                seen.stream().map(ActiveDay::day).min(LocalDate::compareTo).orElseThrow();
        List<LocalDate> days = LocalDate.ofInstant(period.from(), ZoneOffset.UTC)
                .datesUntil(LocalDate.ofInstant(period.to(), ZoneOffset.UTC).plusDays(1))
                .filter(day -> !day.isBefore(first))
                .toList();
        return mean(
                BigInteger.valueOf(
                        seen.stream().filter(each -> days.contains(each.day())).count()),
                days.size());
    }

    private long open() {
        return all(AlertChanged.class)
                        .filter(each -> each.state().equals("NEW") && each.at().isBefore(period.to()))
                        .count()
                - all(AlertChanged.class)
                        .filter(each ->
                                each.state().equals("CLOSED") && each.at().isBefore(period.to()))
                        .count();
    }

    /** When each work came into one of these states for the first time. */
    private Map<UUID, Instant> works(String... states) {
        return all(ReleaseMoved.class)
                .filter(each -> List.of(states).contains(each.state()))
                .collect(Collectors.toMap(
                        ReleaseMoved::release, ReleaseMoved::at, (one, other) -> one.isBefore(other) ? one : other));
    }

    private BigInteger shareDecided() {
        Map<UUID, Instant> decided = works("published", "rejected");
        List<UUID> begun = works("received").entrySet().stream()
                .filter(each -> period.contains(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        long done = begun.stream()
                .filter(each -> decided.containsKey(each) && decided.get(each).isBefore(period.to()))
                .count();
        return mean(BigInteger.valueOf(100 * done), begun.size());
    }

    private BigInteger waited(int percent) {
        Map<UUID, Instant> begun = works("received");
        List<Long> minutes = works("published", "rejected").entrySet().stream()
                .filter(each -> period.contains(each.getValue()))
                .map(each -> Duration.between(begun.get(each.getKey()), each.getValue())
                        .toMinutes())
                .sorted()
                .toList();
        return minutes.isEmpty()
                ? null
                : BigInteger.valueOf(minutes.get(Math.ceilDiv(minutes.size() * percent, 100) - 1));
    }

    private <E extends DomainEvent> Stream<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    private static ActiveDay seen(AccountId account, Instant at) {
        return new ActiveDay(LocalDate.ofInstant(at, ZoneOffset.UTC), account);
    }

    private static BigInteger sum(Stream<BigInteger> values) {
        return values.reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigInteger mean(BigInteger sum, long count) {
        return count == 0
                ? null
                : new BigDecimal(sum)
                        .divide(BigDecimal.valueOf(count), 0, RoundingMode.FLOOR)
                        .toBigIntegerExact();
    }
}
