package network.fanz.finance.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import network.fanz.common.InvalidField;
import network.fanz.common.Period;
import org.jspecify.annotations.Nullable;

/**
 * Which transfers of the journal are selected; a field that is null selects all.
 *
 * @param account an account on either side
 * @param code the code of an account on either side
 * @param asset the asset's code
 * @param referenceType the kind of thing that the posting is for, such as {@code payment}
 * @param referenceId the id of that thing; also finds the postings by hand that are about it
 * @param period when the transfers were posted
 */
public record JournalFilter(
        @Nullable LedgerAccountId account,
        @Nullable AccountCode code,
        @Nullable String asset,
        @Nullable PostingKind kind,
        @Nullable String referenceType,
        @Nullable String referenceId,
        @Nullable Period period) {
    private static final Instant BEGINNING = Instant.EPOCH;
    private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

    public static JournalFilter all() {
        return new JournalFilter(null, null, null, null, null, null, null);
    }

    /**
     * Reads the query parameters {@code account}, {@code code}, {@code asset}, {@code kind}, {@code referenceType}, {@code referenceId},
     * {@code from} and {@code to}. The last two are days ({@code 2026-03-01}, both included) or instants ({@code to} is then excluded). An
     * empty parameter counts as absent.
     *
     * @throws InvalidField if a parameter cannot be read
     */
    public static JournalFilter of(Map<String, String> parameters) {
        return new JournalFilter(
                read(
                        parameters,
                        "account",
                        "Write an account's number.",
                        text -> LedgerAccountId.of(Long.parseLong(text))),
                read(
                        parameters,
                        "code",
                        "Name a place in the chart of accounts, such as fan_wallet.",
                        JournalFilter::accountCode),
                read(parameters, "asset", "Write an asset's code, such as USD.", JournalFilter::assetCode),
                read(
                        parameters,
                        "kind",
                        "This is one of: POST, PENDING, POST_PENDING, VOID_PENDING, REVERSAL.",
                        JournalFilter::kindOf),
                read(parameters, "referenceType", "", text -> text),
                read(parameters, "referenceId", "", text -> text),
                period(parameters));
    }

    /** Whether no index leads to the lines, so that the journal must be looked through for them. */
    public boolean isSearched() {
        return referenceId == null && (code != null || asset != null || kind != null || referenceType != null);
    }

    private static @Nullable Period period(Map<String, String> parameters) {
        Instant from = read(parameters, "from", "Write a day such as 2026-03-01.", text -> instant(text, 0));
        Instant to = read(parameters, "to", "Write a day such as 2026-03-31.", text -> instant(text, 1));
        if (from == null && to == null) {
            return null;
        }
        return new Period(
                Optional.ofNullable(from).orElse(BEGINNING),
                Optional.ofNullable(to).orElse(END));
    }

    private static Instant instant(String text, int daysLater) {
        return text.length() == "2026-03-01".length()
                ? LocalDate.parse(text)
                        .plusDays(daysLater)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                : Instant.parse(text);
    }

    private static AccountCode accountCode(String text) {
        return AccountCode.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static PostingKind kindOf(String text) {
        return PostingKind.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static String assetCode(String text) {
        if (!text.matches("[A-Z0-9-]{2,20}")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static <T> @Nullable T read(
            Map<String, String> parameters, String name, String expected, Function<String, T> reader) {
        String text = parameters.getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeParseException unreadable) {
            throw new InvalidField(name, expected);
        }
    }
}
