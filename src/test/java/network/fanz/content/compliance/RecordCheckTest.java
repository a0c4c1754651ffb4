package network.fanz.content.compliance;

import static network.fanz.content.compliance.RecordGapKind.EXAMINED_LATE;
import static network.fanz.content.compliance.RecordGapKind.EXPIRED;
import static network.fanz.content.compliance.RecordGapKind.EXPIRED_WHEN_EXAMINED;
import static network.fanz.content.compliance.RecordGapKind.FOREIGN_DOCUMENT;
import static network.fanz.content.compliance.RecordGapKind.NO_DOCUMENT;
import static network.fanz.content.compliance.RecordGapKind.NO_RECENT_PICTURE;
import static network.fanz.content.compliance.RecordGapKind.SCAN_MISSING;
import static network.fanz.content.compliance.RecordGapKind.UNDER_AGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a record lacks: everything is named, and where a day can be read in two ways the worse reading counts. */
class RecordCheckTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final AccountId CREATOR = new AccountId(new UUID(1, 1));
    private static final LocalDate BORN = LocalDate.of(1990, 5, 20);
    private static final LocalDate PRODUCED = LocalDate.of(2026, 5, 10);

    private static final IdentityDocument GOOD = new IdentityDocument(
            DocumentType.PASSPORT,
            "US",
            "Department of State",
            "X1234567",
            LocalDate.of(2030, 1, 31),
            true,
            LocalDate.of(2026, 5, 1),
            "Cleo Maker",
            "1 High Street, Springfield");

    private static PerformerRecord record(LocalDate born, DocumentVersion... documents) {
        PerformerDetails details = new PerformerDetails("Maker", "Cleo", List.of(), born);
        return new PerformerRecord(
                new UUID(2, 2),
                CREATOR,
                false,
                NOW,
                List.of(new PerformerVersion(1, new UUID(2, 2), details, null, CREATOR, NOW)),
                List.of(documents));
    }

    private static DocumentVersion scanned(long id, IdentityDocument content) {
        return version(id, 1, content, "objects/1");
    }

    private static DocumentVersion version(long id, int number, IdentityDocument content, String scan) {
        return new DocumentVersion(
                new UUID(3, id), number, new UUID(number, id), content, scan, NOW, null, CREATOR, NOW);
    }

    private static IdentityDocument of(String country, LocalDate expires, boolean picture, LocalDate examined) {
        return new IdentityDocument(
                GOOD.type(),
                country,
                GOOD.issuer(),
                GOOD.number(),
                expires,
                picture,
                examined,
                GOOD.examinedBy(),
                GOOD.examinerAddress());
    }

    private static List<RecordGapKind> always(PerformerRecord record) {
        return RecordCheck.gaps(record, NOW).stream().map(RecordGap::kind).toList();
    }

    private static List<RecordGapKind> at(PerformerRecord record, Production production) {
        return RecordCheck.gaps(record, production).stream()
                .map(RecordGap::kind)
                .toList();
    }

    private static Production inUs(LocalDate day) {
        return new Production(day, ZoneId.of("America/New_York"), "US");
    }

    @Test
    void aRecordWithOneGoodScannedDocumentIsComplete() {
        PerformerRecord record = record(BORN, scanned(1, GOOD));
        assertThat(always(record)).isEmpty();
        assertThat(at(record, inUs(PRODUCED))).isEmpty();
    }

    @Test
    void withoutADocumentThatIsWhatIsMissing() {
        assertThat(always(record(BORN))).containsExactly(NO_DOCUMENT);
        assertThat(at(record(BORN), inUs(PRODUCED))).containsExactly(NO_DOCUMENT);
    }

    @Test
    void withoutItsScanADocumentDoesForNothing() {
        PerformerRecord record = record(BORN, version(1, 1, GOOD, null));
        assertThat(always(record)).containsExactly(SCAN_MISSING);
        assertThat(at(record, inUs(PRODUCED))).containsExactly(SCAN_MISSING);
    }

    @Test
    void everyGapIsNamedAtOnce() {
        IdentityDocument bad = of("DE", LocalDate.of(2026, 4, 30), false, LocalDate.of(2026, 5, 11));
        PerformerRecord minor = record(LocalDate.of(2008, 7, 1), version(1, 1, bad, null));
        assertThat(at(minor, inUs(PRODUCED)))
                .containsExactlyInAnyOrder(
                        UNDER_AGE,
                        SCAN_MISSING,
                        EXPIRED_WHEN_EXAMINED,
                        EXAMINED_LATE,
                        EXPIRED,
                        FOREIGN_DOCUMENT,
                        NO_RECENT_PICTURE);
        assertThat(always(minor))
                .containsExactlyInAnyOrder(UNDER_AGE, SCAN_MISSING, EXPIRED_WHEN_EXAMINED, NO_RECENT_PICTURE);
    }

    /** The one that is good decides; an older one that has ended takes nothing from it. */
    @Test
    void anExpiredDocumentBesideAGoodOneIsNoGap() {
        IdentityDocument old = of("US", LocalDate.of(2020, 1, 1), true, LocalDate.of(2019, 1, 1));
        assertThat(at(record(BORN, scanned(1, old), scanned(2, GOOD)), inUs(PRODUCED)))
                .isEmpty();
        assertThat(at(record(BORN, scanned(1, old)), inUs(PRODUCED))).containsExactly(EXPIRED);
    }

    @Test
    void aDocumentWithoutARecentPictureAsksForASecondThatHasOne() {
        IdentityDocument faceless = of("US", null, false, LocalDate.of(2026, 5, 1));
        PerformerRecord alone = record(BORN, scanned(1, faceless));
        assertThat(always(alone)).containsExactly(NO_RECENT_PICTURE);
        assertThat(at(alone, inUs(PRODUCED))).containsExactly(NO_RECENT_PICTURE);
        assertThat(always(record(BORN, scanned(1, faceless), scanned(2, GOOD)))).isEmpty();
        assertThat(always(record(BORN, scanned(1, faceless), version(2, 1, GOOD, null))))
                .containsExactly(SCAN_MISSING);
    }

    /** What counts is what the record says now: here the day of the examination was amended. */
    @Test
    void onlyTheLatestVersionOfADocumentCounts() {
        IdentityDocument late = of("US", null, true, LocalDate.of(2026, 5, 11));
        assertThat(at(record(BORN, scanned(1, GOOD), version(1, 2, late, "objects/1")), inUs(PRODUCED)))
                .containsExactly(EXAMINED_LATE);
    }

    @ParameterizedTest
    @CsvSource({"2026-05-09, true", "2026-05-10, true", "2026-05-11, false"})
    void aDocumentIsExaminedOnTheDayOfProductionAtTheLatest(LocalDate examined, boolean good) {
        PerformerRecord record = record(BORN, scanned(1, of("US", null, true, examined)));
        assertThat(at(record, inUs(PRODUCED)).isEmpty()).isEqualTo(good);
    }

    /**
     * Its last day may be over where it was issued while the day of production goes on; with a known zone that is a day, without one two.
     */
    @ParameterizedTest
    @CsvSource({
        "2026-05-10, Europe/Berlin, false",
        "2026-05-11, Europe/Berlin, true",
        "2026-05-11,, false",
        "2026-05-12,, true",
        "2026-05-10, Pacific/Kiritimati, true",
        "2026-05-09, Pacific/Kiritimati, false",
        ",, true"
    })
    void aDocumentIsGoodBeyondTheLatestReadingOfTheDayOfProduction(LocalDate expires, String zone, boolean good) {
        PerformerRecord record = record(BORN, scanned(1, of("DE", expires, true, LocalDate.of(2026, 5, 1))));
        Production production = new Production(PRODUCED, zone == null ? null : ZoneId.of(zone), "DE");
        assertThat(at(record, production)).isEqualTo(good ? List.of() : List.of(EXPIRED));
    }

    @Test
    void aDocumentFromAbroadDoesForWhatWasProducedAbroadAlone() {
        PerformerRecord record = record(BORN, scanned(1, of("DE", null, true, LocalDate.of(2026, 5, 1))));
        assertThat(at(record, inUs(PRODUCED))).containsExactly(FOREIGN_DOCUMENT);
        assertThat(at(record, new Production(PRODUCED, null, "DE"))).isEmpty();
        assertThat(at(record, new Production(PRODUCED, null, "FR"))).isEmpty();
        assertThat(at(record(BORN, scanned(1, GOOD)), new Production(PRODUCED, null, "DE")))
                .isEmpty();
    }

    /**
     * The 18th birthday of somebody born on 10 May 2008 is over the whole world at 12:00 UTC of that day. A production of the day itself may
     * have begun at its first minute, in a zone that is fourteen hours ahead if nobody knows it.
     */
    @ParameterizedTest
    @CsvSource({
        "2026-05-09, Europe/Berlin, false",
        "2026-05-10, Europe/Berlin, false",
        "2026-05-11, Europe/Berlin, true",
        "2026-05-10, America/New_York, false",
        "2026-05-10, -12:00, true",
        "2026-05-09, -12:00, false",
        "2026-05-11,, false",
        "2026-05-12,, true"
    })
    void somebodyIs18WhenTheirBirthdayHasComeEverywhere(LocalDate produced, String zone, boolean adult) {
        PerformerRecord record = record(LocalDate.of(2008, 5, 10), scanned(1, of("DE", null, true, produced)));
        Production production = new Production(produced, zone == null ? null : ZoneId.of(zone), "DE");
        assertThat(at(record, production)).isEqualTo(adult ? List.of() : List.of(UNDER_AGE));
    }

    @ParameterizedTest
    @CsvSource({
        "2008-02-29, 2026-02-28T23:00:00Z, false",
        "2008-02-29, 2026-03-01T11:59:59Z, false",
        "2008-02-29, 2026-03-01T12:00:00Z, true",
        "2008-02-28, 2026-02-28T12:00:00Z, true",
        "2008-03-01, 2026-03-01T11:59:59Z, false",
        "2008-03-01, 2026-03-01T12:00:00Z, true",
        "2004-02-29, 2022-03-01T12:00:00Z, true",
        "2008-05-10, 2026-05-10T11:59:59Z, false",
        "2008-05-10, 2026-05-10T12:00:00Z, true"
    })
    void bornOn29FebruaryOneIsOfAgeOn1March(LocalDate born, Instant moment, boolean adult) {
        assertThat(RecordCheck.isAdult(born, moment)).isEqualTo(adult);
    }

    @Test
    void everyGapSaysInWordsWhatItIsAndOfWhichDocument() {
        IdentityDocument bad = of("DE", LocalDate.of(2026, 4, 30), false, LocalDate.of(2026, 5, 11));
        List<RecordGap> gaps = RecordCheck.gaps(record(BORN, version(7, 1, bad, null)), inUs(PRODUCED));
        assertThat(gaps).allSatisfy(gap -> assertThat(gap.words().english()).endsWith("."));
        assertThat(gaps.stream().filter(gap -> gap.kind() == SCAN_MISSING))
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.document()).isEqualTo(new UUID(3, 7));
                    assertThat(gap.words().english()).isEqualTo("Passport (DE): its scan is missing.");
                });
    }
}
