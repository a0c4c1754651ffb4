package network.fanz.security.ratelimit.origin;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the operator's table of countries as the file has it. Without a file no address has a country, and no header says where somebody
 * is. A file that cannot be read stops the start; one that is changed to something unreadable later leaves the table as it was.
 */
final class Countries {
    private static final Logger LOG = LoggerFactory.getLogger(Countries.class);
    private static final long LOOK_EVERY_NANOS = 30_000_000_000L;

    private final @Nullable Path file;
    private final LongSupplier ticker;
    private final AtomicLong looked;
    private volatile Seen seen;

    /** @param ticker nanoseconds that never run backwards, such as {@code System::nanoTime} */
    Countries(@Nullable Path file, LongSupplier ticker) {
        this.file = file;
        this.ticker = ticker;
        this.looked = new AtomicLong(ticker.getAsLong());
        this.seen = file == null ? new Seen(CountryTable.empty(), FileTime.fromMillis(0)) : read(file);
    }

    private record Seen(CountryTable table, FileTime changed) {}

    @Nullable String of(InetAddress address) {
        if (file != null) {
            lookAgain(file);
        }
        return seen.table().of(address);
    }

    /** No request waits for it. */
    private void lookAgain(Path table) {
        long last = looked.get();
        long now = ticker.getAsLong();
        if (now - last >= LOOK_EVERY_NANOS && looked.compareAndSet(last, now)) {
            Thread.ofVirtual().name("country-table").start(() -> refresh(table));
        }
    }

    void refresh(Path table) {
        try {
            if (!Files.getLastModifiedTime(table).equals(seen.changed())) {
                seen = read(table);
                LOG.info("The table of countries was read anew");
            }
        } catch (IOException | CountryTableRefused refused) {
            LOG.error("ALARM: the table of countries stays as it was: {}", refused.getMessage());
        }
    }

    private static Seen read(Path file) {
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            try (Reader text = Files.newBufferedReader(file)) {
                return new Seen(CountryTable.read(text), changed);
            }
        } catch (IOException unreadable) {
            throw new CountryTableRefused("cannot be read: " + file, unreadable);
        }
    }
}
