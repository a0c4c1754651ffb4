package network.fanz.content.compliance.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import network.fanz.content.compliance.VerificationRefusal;
import network.fanz.content.compliance.VerificationState;
import network.fanz.content.compliance.spi.IdentityResult;
import network.fanz.content.compliance.spi.ProvenIdentity;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a provider's answer. A yes that lacks a part is no answer: the check goes on waiting, until people are called to it.
 *
 * @param reason the code of why, where the answer is no or there is none; else null
 * @param identity who it is, for a yes alone
 */
record IdentityVerdict(
        VerificationState to,
        @Nullable String reason,
        @Nullable ProvenIdentity identity) {
    static final String PAGE_NOT_USED = "page_not_used";
    static final String NO_ANSWER = "no_answer";

    private static final int NAME_MAX = 200;
    private static final int YEAR_MAX = 9999;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Empty where there is no answer yet. */
    static Optional<IdentityVerdict> of(IdentityResult result, Instant now) {
        return switch (result.progress()) {
            case PENDING, UNRECOGNISED -> Optional.empty();
            case DOUBT -> Optional.of(new IdentityVerdict(VerificationState.IN_DOUBT, null, null));
            case EXPIRED -> Optional.of(new IdentityVerdict(VerificationState.LAPSED, PAGE_NOT_USED, null));
            case REFUSED ->
                Optional.of(refused(Objects.requireNonNullElse(result.refusal(), VerificationRefusal.OTHER)));
            case APPROVED -> Optional.ofNullable(result.identity()).flatMap(identity -> approved(identity, now));
        };
    }

    private static Optional<IdentityVerdict> approved(ProvenIdentity identity, Instant now) {
        if (!isWhole(identity)) {
            return Optional.empty();
        }
        if (!identity.adult() || !DateReading.isAdult(identity.born(), now)) {
            return Optional.of(refused(VerificationRefusal.UNDER_AGE));
        }
        if (DateReading.isOver(identity.expires(), now)) {
            return Optional.of(refused(VerificationRefusal.DOCUMENT_EXPIRED));
        }
        return Optional.of(new IdentityVerdict(VerificationState.VERIFIED, null, identity));
    }

    /** Whoever reads a provider's answer may have got nothing for what is promised. */
    private static boolean isWhole(ProvenIdentity identity) {
        return Stream.of(identity.legalName(), identity.type(), identity.issuingCountry())
                        .allMatch(Objects::nonNull)
                && !identity.legalName().isBlank()
                && identity.legalName().length() <= NAME_MAX
                && COUNTRIES.contains(identity.issuingCountry())
                && isDay(identity.born())
                && isDay(identity.expires());
    }

    /** A day that calendars and databases know. */
    private static boolean isDay(@Nullable LocalDate day) {
        return day != null && day.getYear() >= 1 && day.getYear() <= YEAR_MAX;
    }

    private static IdentityVerdict refused(VerificationRefusal refusal) {
        return new IdentityVerdict(VerificationState.REFUSED, refusal.code(), null);
    }
}
