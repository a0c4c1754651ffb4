package network.fanz.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** So many callers for a while, each asking again as soon as it is answered, or when its turn comes. */
public final class Load {
    private static final int SAMPLES_START = 4096;

    private Load() {}

    /** One request, answered when this returns. */
    public interface Call {
        void once(SplittableRandom random) throws Exception;
    }

    /**
     * What callers saw.
     *
     * @param perSecond answers a second
     * @param p50 half of the answers took at most this long, in microseconds
     * @param p99 likewise for 99 of 100
     */
    public record LoadResult(long answers, double perSecond, double p50, double p99) {}

    /** @throws IllegalStateException if any call fails */
    public static LoadResult run(int callers, long millis, long seed, Call call) throws InterruptedException {
        return run(callers, 0, millis, seed, call);
    }

    /**
     * Callers who come at a steady rate, all together. A call's time runs from when it was due, also where its caller still waited for
     * the answer before: a slow answer delays those behind it, and they say so.
     *
     * @param perSecond how many calls are due a second
     * @throws IllegalStateException if any call fails
     */
    public static LoadResult paced(int callers, int perSecond, long millis, long seed, Call call)
            throws InterruptedException {
        return run(callers, callers * 1_000_000_000L / perSecond, millis, seed, call);
    }

    private static LoadResult run(int callers, long every, long millis, long seed, Call call)
            throws InterruptedException {
        List<LoadCaller> all = new ArrayList<>();
        CountDownLatch start = new CountDownLatch(1);
        AtomicReference<Exception> failure = new AtomicReference<>();
        for (int number = 0; number < callers; number++) {
            all.add(new LoadCaller(call, new SplittableRandom(seed + number), every, start, failure));
        }
        List<Thread> threads = all.stream().map(Thread::startVirtualThread).toList();
        long from = System.nanoTime();
        for (int number = 0; number < callers; number++) {
            all.get(number).due = from + every * number / callers;
            all.get(number).until = from + millis * 1_000_000;
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        if (failure.get() != null) {
            throw new IllegalStateException("A call failed", failure.get());
        }
        return seen(all, seconds);
    }

    private static LoadResult seen(List<LoadCaller> callers, double seconds) {
        long[] samples =
                callers.stream().flatMapToLong(LoadCaller::samples).sorted().toArray();
        return new LoadResult(
                samples.length,
                samples.length / seconds,
                samples[samples.length / 2] / 1e3,
                samples[(int) (samples.length * 0.99)] / 1e3);
    }

    private static final class LoadCaller implements Runnable {
        private final Call call;
        private final SplittableRandom random;
        private final long every;
        private final CountDownLatch start;
        private final AtomicReference<Exception> failure;
        private volatile long due;
        private volatile long until;
        private long[] nanos = new long[SAMPLES_START];
        private int count;

        /** @param every nanoseconds between two calls; 0 for the next as soon as the last is answered */
        LoadCaller(
                Call call,
                SplittableRandom random,
                long every,
                CountDownLatch start,
                AtomicReference<Exception> failure) {
            this.call = call;
            this.random = random;
            this.every = every;
            this.start = start;
            this.failure = failure;
        }

        @Override
        public void run() {
            try {
                start.await();
                for (long from = due(due); from < until && failure.get() == null; ) {
                    call.once(random);
                    long then = System.nanoTime();
                    add(then - from);
                    from = every == 0 ? then : due(from + every);
                }
            } catch (Exception failed) {
                failure.compareAndSet(null, failed);
            }
        }

        /** Waits until then, if it is not over already. */
        private static long due(long then) {
            for (long left = then - System.nanoTime(); left > 0; left = then - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            return then;
        }

        private void add(long sample) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, count * 2);
            }
            nanos[count++] = sample;
        }

        java.util.stream.LongStream samples() {
            return Arrays.stream(nanos, 0, count);
        }
    }
}
