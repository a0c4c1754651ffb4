package network.fanz.content.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import network.fanz.common.AccountId;
import network.fanz.testing.ManualClock;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.IdentityDesk;
import network.fanz.tools.walkthrough.SignedInUser;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the time brings to checks of identity. Each test goes on from the time at which the one before has ended. */
@Tag("database")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VerificationTimesTest {
    private static final ManualClock CLOCK = ManualClock.at("2026-01-10T12:00:00Z");

    private static RunningFanz program;

    private final Verifications verifications = program.bean(Verifications.class);
    private final SignedInUser creator = program.users().creator();
    private final AccountId id = AccountId.of(creator.id());

    @BeforeAll
    static void open() {
        program = RunningFanz.at(CLOCK);
    }

    @AfterAll
    static void close() {
        program.close();
    }

    @Test
    @Order(1)
    void aPageThatIsNotUsedInTimeLapses() {
        creator.client().api("POST", "/api/v1/compliance/verification").expect(200);
        CLOCK.forward(Duration.ofHours(25));
        work();
        assertThat(last().state()).isEqualTo(VerificationState.LAPSED);
        assertThat(last().reason()).isEqualTo("page_not_used");
        assertThat(verifications.standing(id).next()).isEqualTo(VerificationStanding.NextCheck.MAY_BEGIN);
    }

    @Test
    @Order(2)
    void aProviderThatNeverAnswersIsAskedThenPeopleAreCalledThenTheCheckLapses() {
        IdentityDesk.show(creator, "never_answers");
        CLOCK.forward(Duration.ofDays(3).plusMinutes(1));
        work();
        assertThat(last().state()).isEqualTo(VerificationState.STARTED);
        program.run("compliance.overdue");
        program.run("compliance.overdue");
        program.settle();
        assertThat(overdue()).isEqualTo(1);
        CLOCK.forward(Duration.ofDays(4));
        // The program's own turn of the job may be under way, and then this one finds nothing to ask.
        Awaitility.await().untilAsserted(() -> {
            work();
            assertThat(last().state()).isEqualTo(VerificationState.LAPSED);
        });
        assertThat(last().reason()).isEqualTo("no_answer");
    }

    @Test
    @Order(3)
    void aLostMessageIsMadeUpForWithinMinutes() {
        IdentityDesk.show(creator, "approve_without_message");
        work();
        assertThat(last().state()).isEqualTo(VerificationState.STARTED);
        CLOCK.forward(Duration.ofMinutes(2));
        work();
        assertThat(last().state()).isEqualTo(VerificationState.VERIFIED);
    }

    @Test
    @Order(4)
    void aDocumentIsToldOfThirtyDaysBeforeItsEndAndThenVerifiesNobody() {
        confirm();
        String lastDay = "2026-06-10";
        IdentityDesk.show(creator, "approve", "1990-04-05", lastDay);
        work();
        assertThat(last().state()).isEqualTo(VerificationState.VERIFIED);
        assertThat(letters()).contains("Your identity is verified");
        CLOCK.set(java.time.Instant.parse("2026-05-10T09:00:00Z"));
        program.run("compliance.ends");
        assertThat(letters()).doesNotContain("Your document is good for a few weeks more");
        CLOCK.set(java.time.Instant.parse("2026-05-11T12:00:00Z"));
        program.run("compliance.ends");
        program.run("compliance.ends");
        assertThat(letters()).containsOnlyOnce("Your document is good for a few weeks more");
        CLOCK.set(java.time.Instant.parse("2026-06-10T09:59:00Z"));
        program.run("compliance.ends");
        assertThat(verifications.standing(id).state()).isEqualTo(VerificationState.VERIFIED);
        CLOCK.set(java.time.Instant.parse("2026-06-10T10:00:00Z"));
        assertThat(verifications.standing(id).verified()).isNull();
        program.run("compliance.ends");
        assertThat(last().state()).isEqualTo(VerificationState.EXPIRED);
        assertThat(letters()).containsOnlyOnce("Your document is good no longer");
    }

    @Test
    @Order(5)
    void whoeverTurns18TomorrowIsRefusedToday() {
        IdentityDesk.show(creator, "approve", "2008-06-11", "2030-01-01");
        work();
        assertThat(last().state()).isEqualTo(VerificationState.REFUSED);
        assertThat(last().reason()).isEqualTo("under_age");
    }

    /** The vendor's work, the way of its messages, and ours. */
    private static void work() {
        program.run("compliance.sandbox");
        program.run("compliance.ask");
    }

    private Verification last() {
        return verifications.ofCreator(id).getFirst();
    }

    private void confirm() {
        owner().sql("update identity.account set email_verified_at = registered_at where id = ?")
                .param(id.value())
                .update();
    }

    /** Titles, the oldest first. */
    private List<String> letters() {
        program.run("mail.deliver");
        return new network.fanz.testing.Letters(program, creator.email())
                .all().reversed().stream()
                        .map(letter -> letter.subject())
                        .filter(title -> title.contains("identity") || title.contains("document"))
                        .toList();
    }

    private long overdue() {
        return owner().sql("select count(*) from events.event where type = 'verification_overdue' and key = ?")
                .param(id.toString())
                .query(Long.class)
                .single();
    }

    private static JdbcClient owner() {
        return JdbcClient.create(program.database().asOwner());
    }
}
