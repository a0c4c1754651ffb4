package network.fanz.tools.walkthrough;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** One flow as it is walked: it prints each step with what it checked, and ends at the first check that fails. */
final class FlowReport {
    private static final Duration WAIT_MAX = Duration.ofSeconds(30);
    private static final Duration WAIT_STEP = Duration.ofMillis(150);

    private final PrintStream out;
    private String step = "start";
    private int checks;

    FlowReport(PrintStream out) {
        this.out = out;
    }

    void step(String name) {
        step = name;
        out.println("  " + name);
    }

    String step() {
        return step;
    }

    int checks() {
        return checks;
    }

    void check(String what, boolean holds) {
        if (!holds) {
            throw new UnexpectedAnswer(what);
        }
        checks++;
        out.println("    ok: " + what);
    }

    /** Checks an answer's status; a failure shows what came instead. */
    HttpAnswer check(String what, int status, HttpAnswer answer) {
        answer.expect(status);
        check(what, true);
        return answer;
    }

    /** Asks again until something is there, and gives it. */
    <T> T found(String what, Supplier<Optional<T>> asked) {
        List<T> last = new ArrayList<>();
        eventually(what, () -> {
            asked.get().ifPresent(last::add);
            return !last.isEmpty();
        });
        return last.getFirst();
    }

    /** Asks again until it holds: what follows a durable event comes soon, not at once. */
    void eventually(String what, Supplier<Boolean> holds) {
        eventually(what, WAIT_MAX, holds);
    }

    /** The same for what takes longer. */
    void eventually(String what, Duration most, Supplier<Boolean> holds) {
        long start = System.nanoTime();
        while (!holds.get()) {
            if (System.nanoTime() - start > most.toNanos()) {
                throw new UnexpectedAnswer(what + ": not within " + most.toSeconds() + " s");
            }
            LockSupport.parkNanos(WAIT_STEP.toNanos());
        }
        check(what, true);
    }
}
