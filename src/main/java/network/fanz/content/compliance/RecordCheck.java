package network.fanz.content.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import network.fanz.common.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Whether a record is what 18 USC 2257 and 28 CFR 75 ask for. It names everything that is missing, and where a day can be read in two
 * ways it takes the worse one: a birthday and an end of validity count by the time zone that is least favourable.
 */
public final class RecordCheck {
    private static final int ADULT_AT = 18;
    /** Documents of other governments do for what was produced abroad alone (28 CFR 75.1(b)). */
    private static final String HOME = "US";

    private RecordCheck() {}

    /** What a record lacks whatever work it is for; a record without gaps is complete. */
    public static List<RecordGap> gaps(PerformerRecord record, Instant now) {
        Sentence minor = Sentence.of("By the date of birth in this record it is not sure that the person is 18.");
        return gaps(record, isAdult(born(record), now) ? null : minor, RecordCheck::always);
    }

    /** What a record lacks for a work: {@link #gaps(PerformerRecord, Instant)}, as at its production, and what its day and place ask for. */
    public static List<RecordGap> gaps(PerformerRecord record, Production production) {
        Sentence minor = Sentence.of(
                "It is not sure that the person was 18: the day of production is read as early as it can have been.");
        return gaps(
                record,
                isAdult(born(record), production.earliest()) ? null : minor,
                version -> Stream.concat(always(version), at(production, version)));
    }

    /**
     * Whether somebody has come of age everywhere. Born on 29 February: in a common year that is on 1 March, the later of the two possible
     * days.
     */
    static boolean isAdult(LocalDate born, Instant moment) {
        LocalDate birthday = born.plusYears(ADULT_AT);
        LocalDate counted = born.getDayOfMonth() == birthday.getDayOfMonth() ? birthday : birthday.plusDays(1);
        return !Production.lastDayAt(moment).isBefore(counted);
    }

    private static LocalDate born(PerformerRecord record) {
        return record.person().details().dateOfBirth();
    }

    /** One document with a recent picture and without gaps is enough; if there is none, the gaps of all are named. */
    private static List<RecordGap> gaps(
            PerformerRecord record, @Nullable Sentence minor, Function<DocumentVersion, Stream<RecordGap>> ofDocument) {
        List<RecordGap> gaps = new ArrayList<>();
        if (minor != null) {
            gaps.add(new RecordGap(RecordGapKind.UNDER_AGE, null, minor));
        }
        List<DocumentVersion> documents = record.currentDocuments();
        if (documents.isEmpty()) {
            gaps.add(new RecordGap(
                    RecordGapKind.NO_DOCUMENT, null, Sentence.of("No identity document is in the record.")));
            return gaps;
        }
        boolean pictured = documents.stream().anyMatch(one -> one.content().recentPicture());
        boolean enough = documents.stream()
                .filter(one -> one.content().recentPicture())
                .anyMatch(one -> ofDocument.apply(one).findAny().isEmpty());
        if (!enough) {
            documents.stream().flatMap(ofDocument).forEach(gaps::add);
        }
        if (!pictured) {
            gaps.add(new RecordGap(RecordGapKind.NO_RECENT_PICTURE, null, Sentence.of("""
                    No document has a recent picture by which the person can be recognised: add a second one that has.""")));
        }
        return gaps;
    }

    private static Stream<RecordGap> always(DocumentVersion version) {
        IdentityDocument document = version.content();
        LocalDate expires = document.expiresOn();
        return Stream.of(
                        gap(
                                version.scan() == null,
                                RecordGapKind.SCAN_MISSING,
                                version,
                                label -> Sentence.of("{0}: its scan is missing.", label)),
                        gap(
                                expires != null && expires.isBefore(document.examinedOn()),
                                RecordGapKind.EXPIRED_WHEN_EXAMINED,
                                version,
                                label -> Sentence.of("{0}: it had expired when it was examined.", label)))
                .flatMap(found -> found);
    }

    private static Stream<RecordGap> at(Production production, DocumentVersion version) {
        IdentityDocument document = version.content();
        LocalDate expires = document.expiresOn();
        return Stream.of(
                        gap(
                                document.examinedOn().isAfter(production.on()),
                                RecordGapKind.EXAMINED_LATE,
                                version,
                                label -> Sentence.of("{0}: it was examined after the day of production.", label)),
                        gap(
                                expires != null && production.latest().isAfter(Production.firstEndOf(expires)),
                                RecordGapKind.EXPIRED,
                                version,
                                label -> Sentence.of(
                                        "{0}: it had expired on the day of production, or may have.", label)),
                        gap(
                                production.country().equals(HOME)
                                        && !document.country().equals(HOME),
                                RecordGapKind.FOREIGN_DOCUMENT,
                                version,
                                label -> Sentence.of(
                                        "{0}: what was produced in the United States asks for a document issued there.",
                                        label)))
                .flatMap(found -> found);
    }

    private static Stream<RecordGap> gap(
            boolean found, RecordGapKind kind, DocumentVersion version, Function<Sentence, Sentence> words) {
        return found
                ? Stream.of(new RecordGap(
                        kind, version.document(), words.apply(version.content().label())))
                : Stream.empty();
    }
}
