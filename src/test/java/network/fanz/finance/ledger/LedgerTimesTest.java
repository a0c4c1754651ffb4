package network.fanz.finance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is hashed is what is stored, to the microsecond, at any time that the books take. */
@Tag("database")
class LedgerTimesTest {
    private static final LedgerFixture BOOKS = new LedgerFixture();
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00.000001Z");
    private static final Instant LAST = Instant.parse("2199-12-31T23:59:59.999999Z");
    /** A posting of so many legs goes another way to the database than a small one. */
    private static final int MANY_LEGS = 60;

    @AfterAll
    static void close() {
        BOOKS.close();
    }

    @Test
    void keepsEveryTimeToTheMicrosecond() {
        LedgerAccountId bank = BOOKS.bank();
        LedgerAccountId wallet = BOOKS.wallet("times");
        List<Instant> times = times();
        for (int place = 0; place < times.size(); place++) {
            int legs = place % 4 == 0 ? MANY_LEGS : 1;
            BOOKS.accepted(at(times.get(place), Collections.nCopies(legs, LedgerFixture.leg(bank, wallet, 1))));
            assertThat(BOOKS.ledger
                            .statement(wallet, null, 1)
                            .items()
                            .getFirst()
                            .effectiveAt())
                    .isEqualTo(times.get(place));
        }
        assertThat(BOOKS.ledger.verify().findings()).isEmpty();
    }

    @Test
    void cutsOffWhatTheBooksDoNotKeep() {
        Posting posting = at(Instant.parse("2110-01-01T00:00:00.000007999Z"), oneLeg());
        assertThat(posting.effectiveAt()).isEqualTo("2110-01-01T00:00:00.000007Z");
    }

    @Test
    void takesNoTimeOutsideItsBounds() {
        for (Instant outside : List.of(Instant.EPOCH, LAST.plus(1, ChronoUnit.MICROS), Instant.MAX, Instant.MIN)) {
            assertThatThrownBy(() -> at(outside, oneLeg())).isInstanceOf(MalformedPosting.class);
        }
    }

    private static List<Instant> times() {
        Random random = new Random(7);
        Stream<Instant> anywhere = IntStream.range(0, 150)
                .mapToObj(any -> FIRST.plus(random.nextLong(FIRST.until(LAST, ChronoUnit.MICROS)), ChronoUnit.MICROS));
        Stream<Instant> known = Stream.of("2110-01-01T00:00:00.000007Z", "2038-01-19T03:14:07.999999Z")
                .map(Instant::parse);
        return Stream.of(Stream.of(FIRST, LAST), known, anywhere)
                .flatMap(each -> each)
                .toList();
    }

    private static List<Leg> oneLeg() {
        return List.of(LedgerFixture.leg(new LedgerAccountId(1), new LedgerAccountId(2), 1));
    }

    private static Posting at(Instant time, List<Leg> legs) {
        return Posting.post(BOOKS.id(), legs, "test", "1", time);
    }
}
