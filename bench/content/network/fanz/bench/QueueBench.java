package network.fanz.bench;

import java.util.Arrays;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.content.moderation.Reviews;
import network.fanz.testing.RunningFanz;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long it takes to hand out what is looked at next, where a million works wait. */
final class QueueBench {
    static final double GOAL_MILLIS = 20;

    private static final int WAITING = 1_000_000;
    private static final int TAKEN = 500;
    private static final double NANOS_A_MILLI = 1e6;
    private static final double SLOW = 0.95;

    private QueueBench() {}

    /** @return the 95th percentile in milliseconds, of a claim that is written */
    static double nextMillis() {
        try (RunningFanz program = RunningFanz.start()) {
            JdbcClient owner = JdbcClient.create(program.database().asOwner());
            owner.sql("""
                    insert into moderation.review_item (release, work, creator, reason, state, severity, reach, holds, rules, policy, facts,
                      waits_since)
                    select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'BEFORE_PUBLICATION', 'WAITING', n % 4, n % 101, false, '{}', 1,
                      '{}', now() - n * interval '1 second' from generate_series(1, ?) n""").param(WAITING).update();
            owner.sql("analyze moderation.review_item").update();
            Reviews reviews = program.bean(Reviews.class);
            double[] millis = new double[TAKEN];
            for (int i = 0; i < TAKEN; i++) {
                AccountId reviewer = new AccountId(UUID.randomUUID());
                long begun = System.nanoTime();
                boolean taken = reviews.takeNext(reviewer).isPresent();
                millis[i] = (System.nanoTime() - begun) / NANOS_A_MILLI;
                if (!taken) {
                    throw new IllegalStateException("Nothing was taken");
                }
            }
            Arrays.sort(millis);
            double slow = millis[(int) (TAKEN * SLOW)];
            System.out.printf(
                    "%-12s %,d wait, %d taken at once: p50 %.2f ms, p95 %.2f ms%n",
                    "queue", WAITING, TAKEN, millis[TAKEN / 2], slow);
            return slow;
        }
    }
}
