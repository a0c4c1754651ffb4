package network.fanz.security.identity;

import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import network.fanz.common.AccountId;
import network.fanz.common.Origin;
import network.fanz.common.Role;
import network.fanz.security.identity.signin.PasswordCheck;
import network.fanz.testing.AccountCopies;
import network.fanz.testing.RunningFanz;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether an address has an account cannot be told from how much work an answer takes. What is compared is the processor time of the
 * thread that answers, and the number of password hashes, not the time on the clock: on a machine that is busy with something else the
 * clock mostly measures the something else, so a test by the clock either fails for nothing or must be so lenient that it never fails.
 * Somebody who asks over a network sees this work plus noise, and can tell no more than this test can.
 *
 * <p>The two kinds of requests go in pairs, and take turns at going first, so that warming up, caches and the frequency of the processor
 * hit both alike. What counts is in how many pairs the known address took longer (a sign test): half of them, if nothing can be told. Of
 * 100 pairs it strays by 5 by chance, so a deviation of 25 comes up by chance less than once in a million runs; an answer that leaves the
 * hash out gives none or all.
 */
@Tag("database")
class AccountEnumerationTest {
    private static final int PAIRS = 100;
    private static final int CHEAP_PAIRS = 400;
    private static final int WARM_UP = 10;
    private static final double DEVIATION_MAX = 0.25;

    /** So near to the middle after half of the pairs, it is in order: a leak that shows in 80 of 100 pairs looks so 3 times in 1,000. */
    private static final double DEVIATION_CLEAR = 0.12;

    private static final String PASSWORD = "violet tram under nine bridges";
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final RunningFanz program = RunningFanz.shared();
    private final Identity identity = program.bean(Identity.class);

    @Test
    void signInDoesTheSameWorkForAKnownAndAnUnknownAddress() {
        PasswordCheck check = program.bean(PasswordCheck.class);
        String known = SignInTest.newEmail();
        confirmed(known);
        compare(PAIRS, 1, pair -> attempt(check, known), pair -> attempt(check, SignInTest.newEmail()));
    }

    @Test
    void registrationDoesTheSameWorkForAKnownAndAnUnknownAddress() {
        AccountCopies copies = new AccountCopies(program, confirmed(SignInTest.newEmail()));
        List<String> known = Stream.generate(SignInTest::newEmail)
                .limit(PAIRS + WARM_UP)
                .peek(copies::next)
                .toList();
        compare(PAIRS, 1, pair -> register(known.get(pair)), pair -> register(SignInTest.newEmail()));
    }

    @Test
    void askingForANewPasswordDoesTheSameWorkForAKnownAndAnUnknownAddress() {
        String known = SignInTest.newEmail();
        confirmed(known);
        compare(
                CHEAP_PAIRS,
                0,
                pair -> identity.requestPasswordReset(known, somewhere()),
                pair -> identity.requestPasswordReset(SignInTest.newEmail(), somewhere()));
    }

    private interface Request {
        void send(int pair);
    }

    private void compare(int pairs, int hashesEach, Request known, Request unknown) {
        for (int pair = pairs; pair < pairs + WARM_UP; pair++) {
            known.send(pair);
            unknown.send(pair);
        }
        double longer = 0;
        long hashesOfKnown = 0;
        long before = hashes();
        int compared = 0;
        while (compared < pairs && !isClear(longer, compared, pairs)) {
            int pair = compared++;
            boolean knownFirst = pair % 2 == 0;
            Work first = work(knownFirst ? known : unknown, pair);
            Work second = work(knownFirst ? unknown : known, pair);
            Work ofKnown = knownFirst ? first : second;
            Work ofUnknown = knownFirst ? second : first;
            longer += ofKnown.nanos() > ofUnknown.nanos() ? 1 : 0;
            hashesOfKnown += ofKnown.hashes();
        }
        long hashesOfUnknown = hashes() - before - hashesOfKnown;
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(hashesOfKnown).as("hashes for known addresses").isEqualTo((long) hashesEach * compared);
        softly.assertThat(hashesOfUnknown).as("hashes for unknown addresses").isEqualTo((long) hashesEach * compared);
        softly.assertThat(longer / compared)
                .as("share of pairs in which the known address took longer")
                .isBetween(0.5 - DEVIATION_MAX, 0.5 + DEVIATION_MAX);
        softly.assertAll();
    }

    private static boolean isClear(double longer, int compared, int pairs) {
        return compared == pairs / 2 && Math.abs(longer / compared - 0.5) <= DEVIATION_CLEAR;
    }

    /**
     * What a request took, all of which is done in this thread.
     *
     * @param nanos of the processor
     */
    private record Work(long nanos, long hashes) {}

    private Work work(Request request, int pair) {
        long hashesBefore = hashes();
        long before = THREADS.getCurrentThreadCpuTime();
        request.send(pair);
        return new Work(THREADS.getCurrentThreadCpuTime() - before, hashes() - hashesBefore);
    }

    private long hashes() {
        return program.bean(MeterRegistry.class).timer("fanz.identity.hashes").count();
    }

    private static void attempt(PasswordCheck check, String email) {
        try {
            check.check(email, "not the right password at all", somewhere());
        } catch (SignInFailed expected) {
            return;
        }
        throw new AssertionError("signed in with a wrong password");
    }

    private void register(String email) {
        NewAccount person = new NewAccount(email, PASSWORD, "Somebody", LocalDate.of(1990, 4, 5), "DE", Role.FAN, null);
        identity.initializeRegistration(person, somewhere(), UUID.randomUUID().toString());
    }

    /** An account that has confirmed its address. */
    private AccountId confirmed(String email) {
        NewAccount person = new NewAccount(email, PASSWORD, "Somebody", LocalDate.of(1990, 4, 5), "DE", Role.FAN, null);
        var account = identity.initializeRegistration(
                person, somewhere(), UUID.randomUUID().toString());
        JdbcClient.create(program.database().asOwner())
                .sql("update identity.account set email_verified_at = registered_at where id = :id")
                .param("id", account.value())
                .update();
        return account;
    }

    /** A new place each time, so that no limit is used up. */
    private static Origin somewhere() {
        return new Origin(UUID.randomUUID().toString(), "agent", null, "auth");
    }
}
