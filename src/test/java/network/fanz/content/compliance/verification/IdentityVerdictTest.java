package network.fanz.content.compliance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import network.fanz.content.compliance.DocumentType;
import network.fanz.content.compliance.VerificationRefusal;
import network.fanz.content.compliance.VerificationState;
import network.fanz.content.compliance.spi.IdentityProgress;
import network.fanz.content.compliance.spi.IdentityResult;
import network.fanz.content.compliance.spi.ProvenIdentity;
import org.junit.jupiter.api.Test;

/** What follows from what a provider says: a yes counts only for what a yes needs. */
class IdentityVerdictTest {
    private static final Instant NOW = Instant.parse("2026-06-10T12:00:00Z");
    private static final LocalDate ADULT = LocalDate.of(1990, 4, 5);
    private static final LocalDate GOOD = LocalDate.of(2030, 1, 1);

    @Test
    void aYesOfAnAdultWithAGoodDocumentVerifies() {
        assertThat(yes(identity("Ada Maker", ADULT, true, "DE", GOOD)))
                .hasValueSatisfying(verdict -> assertThat(verdict.to()).isEqualTo(VerificationState.VERIFIED));
    }

    @Test
    void aYesOfSomebodyTooYoungIsANoWhicheverOfTheTwoSaysSo() {
        assertThat(reason(yes(identity("Ada Maker", ADULT, false, "DE", GOOD)))).isEqualTo("under_age");
        assertThat(reason(yes(identity("Ada Maker", LocalDate.of(2008, 6, 11), true, "DE", GOOD))))
                .isEqualTo("under_age");
    }

    @Test
    void aYesWithADocumentThatIsOverIsANo() {
        assertThat(reason(yes(identity("Ada Maker", ADULT, true, "DE", LocalDate.of(2026, 6, 9)))))
                .isEqualTo("document_expired");
    }

    @Test
    void aYesThatLacksAPartIsNoAnswer() {
        assertThat(IdentityVerdict.of(new IdentityResult(IdentityProgress.APPROVED, null, null), NOW))
                .isEmpty();
        assertThat(yes(identity(" ", ADULT, true, "DE", GOOD))).isEmpty();
        assertThat(yes(identity("x".repeat(201), ADULT, true, "DE", GOOD))).isEmpty();
        assertThat(yes(identity("Ada Maker", ADULT, true, "Germany", GOOD))).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway")
    void aYesWithNothingWhereSomethingMustBeOrADayOfNoCalendarIsNoAnswer() {
        assertThat(yes(identity(null, ADULT, true, "DE", GOOD))).isEmpty();
        assertThat(yes(identity("Ada Maker", null, true, "DE", GOOD))).isEmpty();
        assertThat(yes(identity("Ada Maker", ADULT, true, null, GOOD))).isEmpty();
        assertThat(yes(identity("Ada Maker", ADULT, true, "DE", null))).isEmpty();
        assertThat(yes(identity("Ada Maker", ADULT, true, "DE", LocalDate.of(10_000, 1, 1))))
                .isEmpty();
        assertThat(yes(identity("Ada Maker", LocalDate.of(-1, 1, 1), true, "DE", GOOD)))
                .isEmpty();
    }

    @Test
    void whatIsNotKnownOrNotDecidedIsNoAnswer() {
        assertThat(IdentityVerdict.of(IdentityResult.of(IdentityProgress.PENDING), NOW))
                .isEmpty();
        assertThat(IdentityVerdict.of(IdentityResult.of(IdentityProgress.UNRECOGNISED), NOW))
                .isEmpty();
    }

    @Test
    void aNoWithoutAReasonHasOne() {
        assertThat(reason(IdentityVerdict.of(IdentityResult.of(IdentityProgress.REFUSED), NOW)))
                .isEqualTo("other");
        assertThat(reason(IdentityVerdict.of(
                        new IdentityResult(IdentityProgress.REFUSED, VerificationRefusal.SUSPECTED_FORGERY, null),
                        NOW)))
                .isEqualTo("suspected_forgery");
        assertThat(reason(IdentityVerdict.of(IdentityResult.of(IdentityProgress.EXPIRED), NOW)))
                .isEqualTo("page_not_used");
    }

    @Test
    void noTextOfAnIdentitySaysWhoItIs() {
        assertThat(identity("Ada Maker", ADULT, true, "DE", GOOD).toString()).doesNotContain("Ada", "1990");
    }

    private static String reason(Optional<IdentityVerdict> verdict) {
        return String.valueOf(verdict.orElseThrow().reason());
    }

    private static Optional<IdentityVerdict> yes(ProvenIdentity identity) {
        return IdentityVerdict.of(new IdentityResult(IdentityProgress.APPROVED, null, identity), NOW);
    }

    private static ProvenIdentity identity(
            String name, LocalDate born, boolean adult, String country, LocalDate expires) {
        return new ProvenIdentity(name, born, adult, DocumentType.PASSPORT, country, expires);
    }
}
