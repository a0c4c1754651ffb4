package network.fanz.security.identity.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.platform.vault.Vault;
import network.fanz.testing.ManualClock;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long sessions last, on a clock that the test moves. */
@Tag("database")
class SessionLifeTest {
    private static final SessionLimits LIMITS = new SessionLimits(
            Duration.ofMinutes(30), Duration.ofDays(7), Duration.ofDays(30), Duration.ofHours(1), Duration.ofHours(24));
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final RunningFanz program = RunningFanz.shared();
    private final ManualClock clock = new ManualClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    private final JdbcClient owner = JdbcClient.create(program.database().asOwner());
    private final IdentitySessionRepository here = table();
    private final IdentitySessionRepository there = table();

    @Test
    void aVisitorsSessionEndsAfterHalfAnHourWithoutARequest() {
        IdentitySession session = here.createSession();
        here.save(session);
        endsAfter(LIMITS.visitorIdle(), session.getId());
    }

    @Test
    void aFansSessionEndsAfterAWeekWithoutARequest() {
        endsAfter(LIMITS.idle(), signedIn(program.users().fan(), Factor.PASSWORD));
    }

    @Test
    void theSessionOfSomebodyWhoNeedsTwoFactorsEndsAfterAnHourWithoutARequest() {
        endsAfter(LIMITS.strictIdle(), signedIn(program.users().creator(), Factor.PASSWORD, Factor.TOTP));
    }

    @Test
    void aFansSessionEndsAfterThirtyDaysHoweverBusy() {
        String token = signedIn(program.users().fan(), Factor.PASSWORD);
        busy(token, Duration.ofDays(6), LIMITS.lifetime());
    }

    @Test
    void theSessionOfSomebodyWhoNeedsTwoFactorsEndsAfterADayHoweverBusy() {
        String token = signedIn(program.users().creator(), Factor.PASSWORD, Factor.TOTP);
        busy(token, Duration.ofMinutes(59), LIMITS.strictLifetime());
    }

    @Test
    void aProofDoesNotMakeTheSessionLastLonger() {
        String token = signedIn(program.users().creator(), Factor.PASSWORD);
        for (int hour = 0; hour < 23; hour++) {
            clock.forward(Duration.ofMinutes(59));
            token = proved(token, Factor.TOTP);
        }
        clock.forward(Duration.ofMinutes(59));
        assertThat(here.findById(token)).isNotNull();
        token = proved(token, Factor.TOTP);
        clock.forward(Duration.ofMinutes(24));
        assertThat(here.findById(token)).isNull();
    }

    @Test
    void whoeverGetsASecondFactorHasTheShortLimitFromTheNextRequestOn() {
        SignedInUser fan = program.users().fan();
        String token = signedIn(fan, Factor.PASSWORD);
        clock.forward(Duration.ofHours(2));
        assertThat(there.findById(token)).isNotNull();
        owner.sql("update identity.account set factor_set_up = true where id = cast(:id as uuid)")
                .param("id", fan.id())
                .update();
        assertThat(there.findById(token)).isNull();
    }

    @Test
    void aProofChangesTheTokenAndTheOldOneIsGoodOnNoNode() {
        String before = signedIn(program.users().fan(), Factor.PASSWORD);
        String after = proved(before, Factor.RECOVERY_CODE);
        assertThat(after).isNotEqualTo(before);
        assertThat(here.findById(before)).isNull();
        assertThat(there.findById(before)).isNull();
        assertThat(there.findById(after)).isNotNull();
    }

    @Test
    void aRevokedSessionIsGoneOnAllNodesAndASaveDoesNotBringItBack() {
        SignedInUser fan = program.users().fan();
        String token = signedIn(fan, Factor.PASSWORD);
        IdentitySession inUse = there.findById(token);
        here.revoke(new AccountId(UUID.fromString(fan.id())), inUse.id());
        inUse.setAttribute("something", "new");
        inUse.changeSessionId();
        there.save(inUse);
        assertThat(there.findById(inUse.getId())).isNull();
        assertThat(there.findById(token)).isNull();
    }

    @Test
    void whatNobodyCanUseAnyMoreIsSweptAway() {
        SignedInUser fan = program.users().fan();
        signedIn(fan, Factor.PASSWORD);
        clock.forward(LIMITS.idle().plus(MOMENT));
        here.sweep();
        assertThat(owner.sql("""
                                select count(*) from identity.session
                                where account_id = cast(:id as uuid) and last_seen_at < :now
                                """)
                        .param("id", fan.id())
                        .param("now", clock.instant().minus(LIMITS.idle()).atOffset(java.time.ZoneOffset.UTC))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatCannotBeReadAnyMoreIsNoSession() {
        String token = signedIn(program.users().fan(), Factor.PASSWORD);
        Vault vault = program.bean(Vault.class);
        for (byte[] unreadable :
                new byte[][] {vault.sealSecret("identity.session.attributes", new byte[] {1, 2, 3}), {4, 5, 6}}) {
            owner.sql("update identity.session set attributes = :attributes where token_hash = :hash")
                    .param("attributes", unreadable)
                    .param("hash", OpaqueTokens.hash(token))
                    .update();
            assertThat(there.findById(token)).isNull();
        }
        program.client().withToken(token).api("GET", "/api/v1/sessions/current").expect(401);
    }

    @Test
    void theListSaysWhenASessionReallyEndsAndLeavesOutWhatHasEnded() {
        SignedInUser creator = program.users().creator();
        AccountId account = new AccountId(UUID.fromString(creator.id()));
        // The creator signed in by the machine's clock, while setting up, and later than this clock began.
        clock.set(Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
        signedIn(creator, Factor.PASSWORD, Factor.TOTP);
        assertThat(here.list(account, null))
                .allSatisfy(session -> assertThat(session.expiresAt())
                        .isEqualTo(session.signedInAt().plus(LIMITS.strictLifetime())));
        clock.forward(LIMITS.strictIdle().plus(MOMENT));
        assertThat(here.list(account, null)).isEmpty();
    }

    private void endsAfter(Duration idle, String token) {
        clock.forward(idle.minus(MOMENT));
        assertThat(there.findById(token)).isNotNull();
        clock.forward(MOMENT);
        assertThat(here.findById(token)).isNull();
        assertThat(there.findById(token)).isNull();
    }

    /** A request at every step until the life is over, to the second. */
    private void busy(String token, Duration step, Duration life) {
        Instant end = clock.instant().plus(life);
        while (clock.instant().plus(step).isBefore(end)) {
            clock.forward(step);
            IdentitySession session = here.findById(token);
            assertThat(session).as("at %s", clock.instant()).isNotNull();
            here.save(session);
        }
        clock.set(end.minus(MOMENT));
        assertThat(here.findById(token)).isNotNull();
        clock.set(end);
        assertThat(here.findById(token)).isNull();
    }

    private String signedIn(SignedInUser user, Factor... factors) {
        Instant now = clock.instant();
        EnumSet<Factor> given = EnumSet.noneOf(Factor.class);
        given.addAll(java.util.List.of(factors));
        IdentitySession session = here.createSession();
        session.setAttribute(
                SignInProof.ATTRIBUTE,
                new SignInProof(
                        new AccountId(UUID.fromString(user.id())), given, now, now, UUID.randomUUID(), "tube", null));
        here.save(session);
        return session.getId();
    }

    private String proved(String token, Factor factor) {
        IdentitySession session = here.findById(token);
        SignInProof proof = session.getAttribute(SignInProof.ATTRIBUTE);
        session.setAttribute(SignInProof.ATTRIBUTE, proof.with(factor, clock.instant()));
        session.changeSessionId();
        here.save(session);
        return session.getId();
    }

    private IdentitySessionRepository table() {
        return new IdentitySessionRepository(program.bean(JdbcClient.class), program.bean(Vault.class), LIMITS, clock);
    }
}
