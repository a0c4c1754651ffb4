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
 * Keeps the operator's table of countries up to date with its file. Without a file no address has a country; no header is asked instead,
 * because a client could forge it. A file that cannot be read stops the start. A file that becomes unreadable later leaves the table as it
 * was.
 */
final class CountryLookup {
    private static final Logger LOG = LoggerFactory.getLogger(CountryLookup.class);
    private static final long CHECK_EVERY_NANOS = 30_000_000_000L;

    private final @Nullable Path file;
    private final LongSupplier ticker;
    private final AtomicLong checkedAt;
    private volatile LoadedCountryTable loaded;

    /** @param ticker nanoseconds that never run backwards, such as {@code System::nanoTime} */
    CountryLookup(@Nullable Path file, LongSupplier ticker) {
        this.file = file;
        this.ticker = ticker;
        this.checkedAt = new AtomicLong(ticker.getAsLong());
        this.loaded = file == null ? new LoadedCountryTable(CountryTable.empty(), FileTime.fromMillis(0)) : read(file);
    }

    private record LoadedCountryTable(CountryTable table, FileTime changed) {}

    @Nullable String countryOf(InetAddress address) {
        if (file != null) {
            reloadInBackground(file);
        }
        return loaded.table().countryOf(address);
    }

    /** Reads the file in another thread, so that no request waits for it. */
    private void reloadInBackground(Path table) {
        long last = checkedAt.get();
        long now = ticker.getAsLong();
        if (now - last >= CHECK_EVERY_NANOS && checkedAt.compareAndSet(last, now)) {
            Thread.ofVirtual().name("country-table").start(() -> reloadIfChanged(table));
        }
    }

    void reloadIfChanged(Path table) {
        try {
            if (!Files.getLastModifiedTime(table).equals(loaded.changed())) {
                loaded = read(table);
                LOG.info("The table of countries was read anew");
            }
        } catch (IOException | InvalidCountryTable refused) {
            LOG.error("ALARM: the table of countries stays as it was", refused);
        }
    }

    private static LoadedCountryTable read(Path file) {
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            try (Reader text = Files.newBufferedReader(file)) {
                return new LoadedCountryTable(CountryTable.read(text), changed);
            }
        } catch (IOException unreadable) {
            throw new InvalidCountryTable("cannot be read: " + file, unreadable);
        }
    }
}
