package network.fanz.security.identity.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class HashQueueTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private final HashQueue queue = new HashQueue(1, 8, 2);
    private final List<String> served = new ArrayList<>();

    private CompletableFuture<Boolean> comes(String name, String network, Duration patience) {
        int before = queue.waiting();
        CompletableFuture<Boolean> turn = CompletableFuture.supplyAsync(() -> serve(name, network, patience), THREADS);
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> turn.isDone() || queue.waiting() >= Math.min(8, before + 1));
        return turn;
    }

    private boolean serve(String name, String network, Duration patience) {
        try {
            boolean turn = queue.enter(network, patience);
            if (turn) {
                synchronized (served) {
                    served.add(name);
                }
                queue.leave();
            }
            return turn;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void aHashIsUnderWay() throws InterruptedException {
        assertThat(queue.enter(HashQueue.KNOWN, LONG)).isTrue();
    }

    @Test
    void whoIsKnownComesBeforeEveryStranger() throws Exception {
        aHashIsUnderWay();
        List<CompletableFuture<Boolean>> all = List.of(
                comes("stranger", "a", LONG), comes("another", "b", LONG), comes("known", HashQueue.KNOWN, LONG));
        queue.leave();
        all.forEach(CompletableFuture::join);
        assertThat(served).containsExactly("known", "stranger", "another");
    }

    @Test
    void aFloodShedsItsOwnOldestAndNobodyWhoIsKnown() throws Exception {
        aHashIsUnderWay();
        CompletableFuture<Boolean> known = comes("known", HashQueue.KNOWN, LONG);
        List<CompletableFuture<Boolean>> flood = new ArrayList<>();
        for (int stranger = 0; stranger < 100; stranger++) {
            flood.add(comes("stranger " + stranger, "network " + stranger, LONG));
        }
        assertThat(queue.waiting()).isEqualTo(9);
        queue.leave();
        assertThat(known.join()).isTrue();
        assertThat(flood.stream().map(CompletableFuture::join).filter(turn -> turn))
                .hasSize(8);
        assertThat(flood.getFirst().join()).isFalse();
        assertThat(flood.getLast().join()).isTrue();
    }

    @Test
    void oneNetworkTakesNoOtherStrangersPlace() throws Exception {
        aHashIsUnderWay();
        CompletableFuture<Boolean> other = comes("other", "elsewhere", LONG);
        for (int attempt = 0; attempt < 50; attempt++) {
            CompletableFuture.supplyAsync(() -> serve("flood", "one network", LONG), THREADS);
        }
        await().until(() -> queue.waiting() == 3);
        queue.leave();
        assertThat(other.join()).isTrue();
        assertThat(served).startsWith("other");
    }

    @Test
    void whoeverGivesUpKeepsNobodyWaiting() throws Exception {
        aHashIsUnderWay();
        assertThat(comes("impatient", "a", Duration.ZERO).join()).isFalse();
        CompletableFuture<Boolean> next = comes("next", "b", LONG);
        queue.leave();
        assertThat(next.join()).isTrue();
        aHashIsUnderWay();
    }
}
