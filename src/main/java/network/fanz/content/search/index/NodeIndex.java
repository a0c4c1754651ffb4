package network.fanz.content.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import network.fanz.common.RedactedFailure;
import network.fanz.common.StopPhase;
import network.fanz.content.catalogue.ListedChanges;
import network.fanz.content.catalogue.ListedWorks;
import network.fanz.content.search.SearchQuery;
import network.fanz.content.search.SearchSettings;
import network.fanz.content.search.SearchWords;
import network.fanz.platform.postgres.DataFolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * This node's index, from the moment at which the program is ready until it stops. A thread of its own opens it or makes it anew, and then
 * asks every moment what has changed; jobs run on one node, and each node has an index.
 */
@Component
public class NodeIndex implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(NodeIndex.class);
    private static final int CHANGES_MAX = 5_000;
    private static final Duration FAILED_WAITS = Duration.ofSeconds(5);
    private static final Duration END_PATIENCE = Duration.ofSeconds(20);

    private final IndexFolder folder;
    private final IndexFeed feed;
    private final ListedWorks works;
    private final SearchSettings settings;
    private final WordQueries queries = new WordQueries();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable WorkIndex index;
    private volatile @Nullable Thread thread;
    private volatile int percent;
    private volatile boolean failed;
    private volatile boolean damaged;
    private volatile boolean running;

    NodeIndex(DataFolder data, IndexFeed feed, ListedWorks works, SearchSettings settings) {
        this.folder = new IndexFolder(data.resolve("search"));
        this.feed = feed;
        this.works = works;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (running && thread == null) {
            thread = Thread.ofVirtual().name("search-index").start(this::run);
        }
    }

    /** What fits, the best first; empty while there is no index. */
    public Optional<List<IndexHit>> find(SearchQuery asked, SearchWords words, int most) {
        WorkIndex has = index;
        if (has == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(has.find(queries.query(asked, words), asked.order(), most));
        } catch (org.apache.lucene.store.AlreadyClosedException swapped) {
            return Optional.empty();
        } catch (IOException | UncheckedIOException unreadable) {
            LOG.warn("The index cannot be read and is made anew: {}", RedactedFailure.describe(unreadable));
            damaged = true;
            return Optional.empty();
        }
    }

    /** How much of a new index is made, in percent. */
    public int percent() {
        return percent;
    }

    public boolean isThere() {
        return index != null;
    }

    /** Whether the last try to make or feed it has failed. */
    public boolean hasFailed() {
        return failed;
    }

    private void run() {
        while (running) {
            try {
                keep();
                failed = false;
            } catch (IOException | RuntimeException broken) {
                if (running) {
                    failed = true;
                    LOG.warn("The index of works could not be fed: {}", RedactedFailure.describe(broken));
                }
                rest(FAILED_WAITS);
            }
        }
        putAway();
    }

    private void keep() throws IOException {
        String until = works.changes(null, 1).until();
        if (damaged || index == null) {
            putAway();
            open();
        }
        feed.compare(index(), done -> {}, () -> !running);
        index().purge();
        long compared = System.nanoTime();
        failed = false;
        while (running
                && !damaged
                && System.nanoTime() - compared < settings.compareEvery().toNanos()) {
            rest(settings.followEvery());
            until = follow(until);
        }
    }

    private void open() throws IOException {
        WorkIndex found = damaged ? null : folder.open().orElse(null);
        if (found == null) {
            percent = 0;
            try (WorkIndex begun = folder.begin()) {
                feed.compare(begun, done -> percent = done, () -> !running);
            }
            if (!running) {
                return;
            }
            found = folder.swap();
        }
        index = found;
        damaged = false;
    }

    private String follow(String since) throws IOException {
        if (!running) {
            return since;
        }
        ListedChanges changes = works.changes(since, CHANGES_MAX);
        if (changes.complete()) {
            if (!changes.works().isEmpty()) {
                feed.bring(index(), new HashSet<>(changes.works()));
            }
        } else {
            feed.compare(index(), done -> {}, () -> !running);
        }
        index().commit();
        return changes.until();
    }

    private WorkIndex index() throws IOException {
        WorkIndex has = index;
        if (has == null) {
            throw new IOException("There is no index");
        }
        return has;
    }

    private void rest(Duration time) {
        try {
            stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException nobodyInterruptsIt) {
            Thread.currentThread().interrupt();
        }
    }

    private void putAway() {
        WorkIndex has = index;
        index = null;
        if (has != null) {
            try {
                has.close();
            } catch (IOException | RuntimeException unwritten) {
                LOG.warn("The index was not put away whole: {}", RedactedFailure.describe(unwritten));
            }
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
        Thread has = thread;
        if (has != null) {
            try {
                has.join(END_PATIENCE);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return StopPhase.JOBS;
    }
}
