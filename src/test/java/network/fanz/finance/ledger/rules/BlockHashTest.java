package network.fanz.finance.ledger.rules;

import static network.fanz.finance.ledger.rules.SmallBooks.BANK;
import static network.fanz.finance.ledger.rules.SmallBooks.NOW;
import static network.fanz.finance.ledger.rules.SmallBooks.WALLET;
import static network.fanz.finance.ledger.rules.SmallBooks.leg;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.common.Sha256;
import network.fanz.finance.ledger.Keeper;
import network.fanz.finance.ledger.LedgerAccountId;
import network.fanz.finance.ledger.Leg;
import network.fanz.finance.ledger.Posting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chain's hashes, worked out a second time: a chain that is written today must still verify in ten years. */
class BlockHashTest {
    private static final UUID ID = new UUID(0x0102030405060708L, -2);

    @Test
    void numbersAreEightBytesAndOtherValuesFollowTheirLength() {
        assertThat(new CanonicalBytes().number(0x0102030405060708L).number(-3).sha256())
                .isEqualTo(sha256(0x0102030405060708L, -3L));
        assertThat(new CanonicalBytes().text("é").bytes(new byte[] {7}).sha256())
                .isEqualTo(sha256(2L, "é".getBytes(StandardCharsets.UTF_8), 1L, new byte[] {7}));
        assertThat(new CanonicalBytes().id(ID).id(null).sha256()).isEqualTo(sha256(16L, 0x0102030405060708L, -2L, -1L));
        assertThat(new CanonicalBytes()
                        .time(Instant.ofEpochSecond(-1, 999_999_999))
                        .time(null)
                        .sha256())
                .isEqualTo(sha256(8L, -1L, -1L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9223372036854775807", "-9223372036854775808", "9223372036854775808", "-9223372036854775809"})
    void amountsAreTwosComplementOfEightBytesOrAsManyAsTheyNeed(BigInteger units) {
        byte[] bytes = units.toByteArray();
        assertThat(new CanonicalBytes().units(units).sha256())
                .isEqualTo(bytes.length == 8 ? sha256(8L, units.longValueExact()) : sha256(9L, bytes));
        assertThat(new CanonicalBytes().units(BigInteger.ONE).sha256()).isEqualTo(sha256(8L, 1L));
    }

    @ParameterizedTest
    @ValueSource(ints = {503, 504, 505, 511, 512, 513, 1015, 1016, 1017, 5000})
    void nothingIsLostWhereTheBytesGrow(int length) {
        byte[] filled = new byte[length];
        Arrays.fill(filled, (byte) 9);
        assertThat(new CanonicalBytes().bytes(filled).number(5).bytes(filled).sha256())
                .isEqualTo(sha256((long) length, filled, 5L, (long) length, filled));
    }

    @Test
    void aBlockHashesItsPlaceItsPostingsAndItsTransfers() {
        SmallBooks books = new SmallBooks();
        books.head = new Head(7, filled(3), 40, NOW.minusSeconds(1));
        Posting held = Posting.pending(ID, List.of(leg(BANK, WALLET, 5)), Duration.ofSeconds(1), "a", "bc", NOW);
        SealedBlock block = books.draft(Keeper.HAND, held).block();
        long micros = NOW.getEpochSecond() * 1_000_000;
        byte[] request = Ticket.of(Keeper.HAND, held).requestHash();
        assertThat(block.hash())
                .isEqualTo(sha256OfAll(
                        List.of(8L, 40L, 32L, filled(3), 8L, micros, 1L, 1L),
                        List.of(16L, ID, 32L, request, 2L * 256 + 2, 0L, 40L, 1L, -1L, 8L, micros + 1_000_000),
                        List.of(1L, "a".getBytes(StandardCharsets.UTF_8), 2L, "bc".getBytes(StandardCharsets.UTF_8)),
                        List.of(8L, micros, 40L, 16L, ID, 0L, BANK, WALLET, 8L, 5L, 1L, 1L),
                        List.of(BANK, 1L, 8L, 0L, 8L, -5L, 8L, 0L, 8L, 5L, 8L, 0L),
                        List.of(WALLET, 1L, 8L, 0L, 8L, 5L, 8L, 0L, 8L, 0L, 8L, 5L)));
        assertThat(block.previousHash()).isEqualTo(filled(3));
    }

    @Test
    void aRequestsFingerprintIsWhatItWasWhenItWasStored() {
        Posting posting = Posting.post(ID, List.of(leg(BANK, WALLET, 5)), "payment", "1", NOW);
        assertThat(HexFormat.of().formatHex(Ticket.of(Keeper.HAND, posting).requestHash()))
                .isEqualTo(HexFormat.of()
                        .formatHex(sha256OfAll(
                                List.of(1L, -1L, 0L, 7L, "payment".getBytes(StandardCharsets.UTF_8)),
                                List.of(1L, "1".getBytes(StandardCharsets.UTF_8), 1L, BANK, WALLET),
                                List.of(5L, "USD/2".getBytes(StandardCharsets.UTF_8), 8L, 5L, 1L))));
    }

    @Test
    void twoRequestsHaveOneFingerprintOnlyIfTheyAskTheSameAtAnotherTime() {
        List<Leg> legs = List.of(leg(BANK, WALLET, 5));
        Posting first = Posting.pending(ID, legs, null, "payment", "1", NOW);
        Leg euros = new Leg(LedgerAccountId.of(BANK), LedgerAccountId.of(WALLET), Money.of(Asset.EUR, 5), 1);
        Leg coded = new Leg(LedgerAccountId.of(BANK), LedgerAccountId.of(WALLET), Money.of(Asset.USD, 5), 2);
        List<Posting> others = List.of(
                Posting.post(ID, legs, "payment", "1", NOW),
                Posting.pending(ID, legs, Duration.ofSeconds(1), "payment", "1", NOW),
                Posting.pending(ID, legs, null, "refund", "1", NOW),
                Posting.pending(ID, legs, null, "payment", "2", NOW),
                Posting.pending(ID, List.of(leg(BANK, WALLET, 6)), null, "payment", "1", NOW),
                Posting.pending(ID, List.of(leg(BANK, 3, 5)), null, "payment", "1", NOW),
                Posting.pending(ID, List.of(leg(3, WALLET, 5)), null, "payment", "1", NOW),
                Posting.pending(ID, List.of(euros), null, "payment", "1", NOW),
                Posting.pending(ID, List.of(coded), null, "payment", "1", NOW),
                Posting.pending(ID, List.of(legs.getFirst(), coded), null, "payment", "1", NOW),
                Posting.reversal(ID, ID, "payment", "1", NOW),
                Posting.reversal(ID, new UUID(0, 7), "payment", "1", NOW));
        Posting later = Posting.pending(ID, legs, null, "payment", "1", NOW.plusSeconds(1));
        assertThat(fingerprint(later)).isEqualTo(fingerprint(first));
        assertThat(Stream.concat(Stream.of(first), others.stream()).map(BlockHashTest::fingerprint))
                .doesNotHaveDuplicates();
    }

    @Test
    void aHeadIsTheSameByHeightAndHash() {
        Head head = new Head(7, filled(3), 40, NOW);
        assertThat(head.isSameAs(new Head(7, filled(3), 41, NOW.plusSeconds(1))))
                .isTrue();
        assertThat(head.isSameAs(new Head(8, filled(3), 40, NOW))).isFalse();
        assertThat(head.isSameAs(new Head(7, filled(4), 40, NOW))).isFalse();
        assertThat(head.isParentOf(new SealedBlock(8, 40, 0, filled(3), filled(4), NOW)))
                .isTrue();
        assertThat(head.isParentOf(new SealedBlock(9, 40, 0, filled(3), filled(4), NOW)))
                .isFalse();
        assertThat(head.isParentOf(new SealedBlock(8, 40, 0, filled(4), filled(4), NOW)))
                .isFalse();
    }

    @Test
    void timesAreMicrosecondsOrNothing() {
        assertThat(Microseconds.sinceEpoch(Instant.ofEpochSecond(2, 3_999))).isEqualTo(2_000_003);
        assertThatThrownBy(() -> Microseconds.sinceEpoch(Instant.MAX)).isInstanceOf(ArithmeticException.class);
        assertThat(Microseconds.truncated(Instant.ofEpochSecond(2, 3_999))).isEqualTo(Instant.ofEpochSecond(2, 3_000));
    }

    private static String fingerprint(Posting posting) {
        return HexFormat.of().formatHex(Ticket.of(Keeper.PAYMENTS, posting).requestHash());
    }

    private static byte[] filled(int with) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) with);
        return bytes;
    }

    @SafeVarargs
    private static byte[] sha256OfAll(List<Object>... parts) {
        return sha256(Stream.of(parts).flatMap(List::stream).toArray());
    }

    private static byte[] sha256(Object... parts) {
        ByteBuffer bytes = ByteBuffer.allocate(20_000);
        for (Object part : parts) {
            switch (part) {
                case Long number -> bytes.putLong(number);
                case UUID id -> bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
                case byte[] more -> bytes.put(more);
                default -> throw new IllegalArgumentException("Not encoded: " + part);
            }
        }
        return Sha256.of(Arrays.copyOf(bytes.array(), bytes.position()));
    }
}
