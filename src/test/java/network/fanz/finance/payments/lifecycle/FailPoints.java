package network.fanz.finance.payments.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Dies at the n-th point that is passed: before a step (it never happened) or after it (it happened, and nobody heard of it). */
final class FailPoints {
    private final List<String> passed = new ArrayList<>();
    private int armed = Integer.MAX_VALUE;

    /** The program's end at that moment. An Error, so that nothing in the code can take it for a failure that it knows. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed(String where) {
            super(where);
        }
    }

    void killAt(int point) {
        passed.clear();
        armed = point;
    }

    void disarm() {
        killAt(Integer.MAX_VALUE);
    }

    <T> T around(String step, Supplier<T> work) {
        pass("before " + step);
        T result = work.get();
        pass("after " + step);
        return result;
    }

    private void pass(String where) {
        passed.add(where);
        if (passed.size() == armed) {
            throw new Killed(where);
        }
    }
}
