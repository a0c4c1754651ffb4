package network.fanz.content.compliance.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import network.fanz.content.compliance.Verification;
import network.fanz.content.compliance.VerificationRefusal;
import network.fanz.content.compliance.VerificationStanding;
import network.fanz.content.compliance.VerificationStanding.NextCheck;
import network.fanz.content.compliance.VerificationState;
import org.jspecify.annotations.Nullable;

/** How a creator stands by their checks, and whether they can begin another. */
final class NextChecks {
    static final int REFUSALS_MAX = 3;
    static final int BEGUN_MAX = 10;
    static final Duration COUNTED_FOR = Duration.ofDays(30);
    /** How long before a document's last day its successor can be shown. */
    static final Duration RENEWED_IN_LAST = Duration.ofDays(60);

    private NextChecks() {}

    /**
     * @param checks all of one creator, the newest first
     * @param allowedAt when staff last let them try again; null if never. What was before counts no more
     */
    static VerificationStanding of(List<Verification> checks, @Nullable Instant allowedAt, Instant now) {
        Verification verified = checks.stream()
                .filter(check -> check.state() == VerificationState.VERIFIED && !isOver(check, now))
                .findFirst()
                .orElse(null);
        Verification open = checks.stream()
                .filter(check -> check.state().isOpen())
                .findFirst()
                .orElse(null);
        List<Verification> counted = checks.stream()
                .filter(check -> allowedAt == null || since(check).isAfter(allowedAt))
                .toList();
        int refusals = (int) lately(counted, now).stream()
                .filter(check -> check.state() == VerificationState.REFUSED)
                .count();
        return new VerificationStanding(
                verified,
                open,
                checks.isEmpty() ? null : checks.getFirst(),
                next(verified, open, counted, now),
                Math.max(0, REFUSALS_MAX - refusals));
    }

    private static NextCheck next(
            @Nullable Verification verified, @Nullable Verification open, List<Verification> counted, Instant now) {
        if (open != null) {
            return NextCheck.UNDER_WAY;
        }
        if (verified != null && !isOver(verified, now.plus(RENEWED_IN_LAST))) {
            return NextCheck.NOT_NEEDED;
        }
        if (counted.stream().anyMatch(NextChecks::bars)) {
            return NextCheck.STAFF_DECIDE;
        }
        List<Verification> lately = lately(counted, now);
        long refusals = lately.stream()
                .filter(check -> check.state() == VerificationState.REFUSED)
                .count();
        return refusals >= REFUSALS_MAX || lately.size() >= BEGUN_MAX ? NextCheck.LATER : NextCheck.MAY_BEGIN;
    }

    /** A no counts from when it was said: what was allowed before does not forgive it. */
    private static Instant since(Verification check) {
        return check.state() == VerificationState.REFUSED || check.state() == VerificationState.WITHDRAWN
                ? check.stateSince()
                : check.begunAt();
    }

    private static boolean bars(Verification check) {
        return check.state() == VerificationState.WITHDRAWN
                || check.state() == VerificationState.REFUSED
                        && Arrays.stream(VerificationRefusal.values())
                                .anyMatch(refusal ->
                                        refusal.bars() && refusal.code().equals(check.reason()));
    }

    private static List<Verification> lately(List<Verification> checks, Instant now) {
        return checks.stream()
                .filter(check -> check.begunAt().isAfter(now.minus(COUNTED_FOR)))
                .toList();
    }

    private static boolean isOver(Verification check, Instant at) {
        Verification.ShownDocument document = check.document();
        return document == null || DateReading.isOver(document.expires(), at);
    }
}
