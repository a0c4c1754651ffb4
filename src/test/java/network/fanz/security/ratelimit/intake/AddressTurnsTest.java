package network.fanz.security.ratelimit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However many requests an address has under way, few of them stand before anybody else's. */
class AddressTurnsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void fewOfAnAddressRunAtOnceAndAllOfThemInTheEnd() throws InterruptedException {
        AddressTurns turns = new AddressTurns(3, LONG);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Thread> requests = IntStream.range(0, 100)
                .mapToObj(number -> Thread.ofVirtual().start(() -> {
                    try (AddressTurns.Turn turn = turns.take(List.of("a"))) {
                        most.accumulateAndGet(running.incrementAndGet(), Math::max);
                        Thread.yield();
                        running.decrementAndGet();
                    }
                }))
                .toList();
        for (Thread request : requests) {
            request.join();
        }
        assertThat(most).hasValueBetween(1, 3);
        assertThat(turns.size()).as("nothing is kept of them").isZero();
    }

    @Test
    void anotherAddressDoesNotWaitForThem() {
        AddressTurns turns = new AddressTurns(1, LONG);
        try (AddressTurns.Turn busy = turns.take(List.of("a"));
                AddressTurns.Turn other = turns.take(List.of("b"))) {
            assertThat(turns.size()).isEqualTo(2);
        }
    }

    @Test
    void aWholeNetworkHasTwiceAsMany() throws InterruptedException {
        AddressTurns turns = new AddressTurns(1, LONG);
        CountDownLatch third = new CountDownLatch(1);
        AddressTurns.Turn first = turns.take(List.of("line1", "street"));
        try (AddressTurns.Turn second = turns.take(List.of("line2", "street"))) {
            Thread waiting = Thread.ofVirtual().start(() -> {
                try (AddressTurns.Turn turn = turns.take(List.of("line3", "street"))) {
                    third.countDown();
                }
            });
            assertThat(waiting.join(Duration.ofMillis(100))).isFalse();
            first.close();
            third.await();
            assertThat(waiting.join(LONG)).isTrue();
        }
    }

    @Test
    void whoWaitsForTheSenderLetsOthersRun() {
        AddressTurns turns = new AddressTurns(1, LONG);
        try (AddressTurns.Turn slow = turns.take(List.of("a"))) {
            slow.pause();
            try (AddressTurns.Turn quick = turns.take(List.of("a"))) {
                assertThat(turns.size()).isEqualTo(1);
            }
            slow.resume();
        }
        assertThat(turns.size()).isZero();
    }

    @Test
    void slowRequestsOfAnAddressLockNobodyBehindItOut() {
        AddressTurns turns = new AddressTurns(1, Duration.ofMillis(1));
        List<AddressTurns.Turn> all = new ArrayList<>();
        IntStream.range(0, 10).forEach(number -> all.add(turns.take(List.of("a"))));
        all.forEach(AddressTurns.Turn::close);
        try (AddressTurns.Turn next = turns.take(List.of("a"))) {
            assertThat(turns.size()).isEqualTo(1);
        }
    }
}
