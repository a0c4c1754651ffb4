package network.fanz.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import network.fanz.common.Origin;
import network.fanz.common.Role;
import network.fanz.testing.RunningFanz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether an address has an account cannot be told from how much work an answer takes. What is compared is the processor time of the
 * thread that answers, and the number of password hashes, not the time on the clock: on a machine that is busy with something else the
 * clock mostly measures the something else, so a test by the clock either fails for nothing or must be so lenient that it never fails.
 * Somebody who asks over a network sees this work plus noise, and can tell no more than this test can.
 *
 * <p>The two kinds of requests take turns, so that warming up and frequency of the processor hit both alike. They are compared by the
 * Mann-Whitney statistic: the share of pairs in which the known address took longer, 0.5 if nothing can be told. With 60 a side it strays
 * by 0.053 by chance, so that a deviation of 0.25 comes up by chance less than once in a hundred thousand runs; an answer that leaves the
 * hash out gives 0 or 1.
 */
@Tag("database")
class EnumerationTest {
    private static final int SAMPLES = 60;
    private static final double DEVIATION_MAX = 0.25;
    private static final String PASSWORD = "violet tram under nine bridges";
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final RunningFanz program = RunningFanz.shared();
    private final Identity identity = program.bean(Identity.class);

    @Test
    void signInDoesTheSameWorkForAKnownAndAnUnknownAddress() {
        PasswordCheck check = program.bean(PasswordCheck.class);
        String known = confirmed();
        compare(sample -> attempt(check, known), sample -> attempt(check, SignInTest.newEmail()), 1);
    }

    @Test
    void registrationDoesTheSameWorkForAKnownAndAnUnknownAddress() {
        List<String> known = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            known.add(confirmed());
        }
        compare(sample -> register(known.get(sample)), sample -> register(SignInTest.newEmail()), 1);
    }

    @Test
    void askingForANewPasswordDoesTheSameWorkForAKnownAndAnUnknownAddress() {
        String known = confirmed();
        compare(
                sample -> identity.requestPasswordReset(known, somewhere()),
                sample -> identity.requestPasswordReset(SignInTest.newEmail(), somewhere()),
                0);
    }

    private interface Request {
        void send(int sample);
    }

    private void compare(Request known, Request unknown, int hashesEach) {
        long[] knownTimes = new long[SAMPLES];
        long[] unknownTimes = new long[SAMPLES];
        long knownHashes = 0;
        long unknownHashes = 0;
        for (int i = 0; i < SAMPLES; i++) {
            long before = hashes();
            knownTimes[i] = work(known, i);
            long between = hashes();
            unknownTimes[i] = work(unknown, i);
            knownHashes += between - before;
            unknownHashes += hashes() - between;
        }
        assertThat(knownHashes).isEqualTo(unknownHashes).isEqualTo((long) hashesEach * SAMPLES);
        assertThat(shareOfLonger(knownTimes, unknownTimes))
                .as("share of pairs in which the known address took longer")
                .isBetween(0.5 - DEVIATION_MAX, 0.5 + DEVIATION_MAX);
    }

    /** Nanoseconds of the processor that the request takes from this thread, in which all of it is done. */
    private static long work(Request request, int sample) {
        long before = THREADS.getCurrentThreadCpuTime();
        request.send(sample);
        return THREADS.getCurrentThreadCpuTime() - before;
    }

    /** Mann-Whitney's U of the first sample, as a share of all pairs; a tie counts half. */
    private static double shareOfLonger(long[] some, long[] others) {
        double longer = 0;
        for (long one : some) {
            for (long other : others) {
                longer += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        return longer / ((double) some.length * others.length);
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
        NewAccount person = new NewAccount(email, PASSWORD, "Somebody", LocalDate.of(1990, 4, 5), "DE", Role.FAN);
        identity.initializeRegistration(person, somewhere(), UUID.randomUUID().toString());
    }

    /** An address with an account that has confirmed it. */
    private String confirmed() {
        String email = SignInTest.newEmail();
        NewAccount person = new NewAccount(email, PASSWORD, "Somebody", LocalDate.of(1990, 4, 5), "DE", Role.FAN);
        var account = identity.initializeRegistration(
                person, somewhere(), UUID.randomUUID().toString());
        JdbcClient.create(program.database().asOwner())
                .sql("update identity.account set email_verified_at = registered_at where id = :id")
                .param("id", account.value())
                .update();
        return email;
    }

    /** A new place each time, so that no limit is used up. */
    private static Origin somewhere() {
        return new Origin(UUID.randomUUID().toString(), "agent", null, "auth");
    }
}
