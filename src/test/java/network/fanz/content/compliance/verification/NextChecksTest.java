package network.fanz.content.compliance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import network.fanz.common.AccountId;
import network.fanz.content.compliance.DocumentType;
import network.fanz.content.compliance.Verification;
import network.fanz.content.compliance.VerificationStanding;
import network.fanz.content.compliance.VerificationStanding.NextCheck;
import network.fanz.content.compliance.VerificationState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether a creator can begin another check. */
class NextChecksTest {
    private static final Instant NOW = Instant.parse("2026-06-10T12:00:00Z");
    private static final AccountId CREATOR = new AccountId(new UUID(0, 1));

    @Test
    void whoeverHasNoneMayBegin() {
        assertThat(standing(List.of()).next()).isEqualTo(NextCheck.MAY_BEGIN);
        assertThat(standing(List.of()).state()).isEqualTo(VerificationState.NONE);
    }

    @Test
    void oneAtATime() {
        assertThat(standing(List.of(check(VerificationState.IN_DOUBT, null, 1))).next())
                .isEqualTo(NextCheck.UNDER_WAY);
    }

    @Test
    void aVerifiedCreatorRenewsInTheLastSixtyDays() {
        assertThat(standing(List.of(verified("2026-12-31"))).next()).isEqualTo(NextCheck.NOT_NEEDED);
        VerificationStanding soon = standing(List.of(verified("2026-08-01")));
        assertThat(soon.next()).isEqualTo(NextCheck.MAY_BEGIN);
        assertThat(soon.state()).isEqualTo(VerificationState.VERIFIED);
    }

    @Test
    void aDocumentThatIsOverVerifiesNobodyBeforeAnyJobHasRun() {
        VerificationStanding over = standing(List.of(verified("2026-06-09")));
        assertThat(over.verified()).isNull();
        assertThat(over.state()).isEqualTo(VerificationState.EXPIRED);
        assertThat(over.next()).isEqualTo(NextCheck.MAY_BEGIN);
    }

    @Test
    void theThirdNoOfThirtyDaysIsTheLast() {
        List<Verification> twice = Collections.nCopies(2, check(VerificationState.REFUSED, "document_unreadable", 5));
        assertThat(standing(twice).next()).isEqualTo(NextCheck.MAY_BEGIN);
        assertThat(standing(twice).triesLeft()).isEqualTo(1);
        List<Verification> thrice = Collections.nCopies(3, check(VerificationState.REFUSED, "document_unreadable", 29));
        assertThat(standing(thrice).next()).isEqualTo(NextCheck.LATER);
        assertThat(standing(thrice).triesLeft()).isZero();
        List<Verification> longAgo =
                Collections.nCopies(3, check(VerificationState.REFUSED, "document_unreadable", 31));
        assertThat(standing(longAgo).next()).isEqualTo(NextCheck.MAY_BEGIN);
    }

    @Test
    void neitherAreTenOfWhateverEndBegunInThirtyDays() {
        List<Verification> ten = IntStream.range(0, 10)
                .mapToObj(day -> check(VerificationState.LAPSED, "page_not_used", day))
                .toList();
        assertThat(standing(ten).next()).isEqualTo(NextCheck.LATER);
        assertThat(standing(ten.subList(0, 9)).next()).isEqualTo(NextCheck.MAY_BEGIN);
    }

    @Test
    void afterSomeRefusalsAndAfterAWithdrawalOnlyStaffLetTryAgain() {
        List<Verification> young = List.of(check(VerificationState.REFUSED, "under_age", 900));
        assertThat(standing(young).next()).isEqualTo(NextCheck.STAFF_DECIDE);
        List<Verification> withdrawn = List.of(check(VerificationState.WITHDRAWN, "document_doubted", 900));
        assertThat(standing(withdrawn).next()).isEqualTo(NextCheck.STAFF_DECIDE);
        assertThat(NextChecks.of(withdrawn, NOW.minusSeconds(1), NOW).next()).isEqualTo(NextCheck.MAY_BEGIN);
        assertThat(NextChecks.of(withdrawn, NOW.minus(Duration.ofDays(901)), NOW)
                        .next())
                .isEqualTo(NextCheck.STAFF_DECIDE);
    }

    @Test
    void aNoThatWasSaidAfterStaffHadAllowedAnotherTryIsNotForgivenByIt() {
        Verification late = new Verification(
                new UUID(0, 1),
                CREATOR,
                "sandbox",
                "chk",
                null,
                VerificationState.REFUSED,
                "suspected_forgery",
                NOW.minus(Duration.ofDays(9)),
                NOW.minus(Duration.ofDays(1)),
                null,
                null);
        assertThat(NextChecks.of(List.of(late), NOW.minus(Duration.ofDays(5)), NOW)
                        .next())
                .isEqualTo(NextCheck.STAFF_DECIDE);
    }

    private static VerificationStanding standing(List<Verification> checks) {
        return NextChecks.of(checks, null, NOW);
    }

    private static Verification check(VerificationState state, @Nullable String reason, int daysAgo) {
        Instant begun = NOW.minus(Duration.ofDays(daysAgo));
        return new Verification(
                new UUID(0, daysAgo), CREATOR, "sandbox", "chk", null, state, reason, begun, begun, null, null);
    }

    private static Verification verified(String expires) {
        return new Verification(
                new UUID(0, 9),
                CREATOR,
                "sandbox",
                "chk",
                null,
                VerificationState.VERIFIED,
                null,
                NOW.minus(Duration.ofDays(100)),
                NOW,
                NOW,
                new Verification.ShownDocument(DocumentType.PASSPORT, "DE", LocalDate.parse(expires)));
    }
}
