package network.fanz.platform.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import network.fanz.platform.health.PartReport;
import network.fanz.platform.settings.Defaults;
import network.fanz.platform.vault.SubjectForgotten;
import network.fanz.platform.vault.Vault;
import network.fanz.testing.ManualClock;
import network.fanz.testing.RunningFanz;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes in the store: encrypted, read at any place, kept by a row, and gone when nobody needs them. */
@Tag("database")
class ObjectStoreTest {
    private static final int SEGMENT = 64 * 1024;
    private static final ManualClock CLOCK = new ManualClock(Instant.now());
    private static RunningFanz program;
    private static ObjectStore store;

    private final UUID subject = UUID.randomUUID();

    @BeforeAll
    static void start() {
        program = RunningFanz.at(CLOCK);
        store = program.bean(ObjectStore.class);
    }

    @AfterAll
    static void close() {
        program.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, SEGMENT - 100, SEGMENT, 5 * SEGMENT + 7, 3_000_000})
    void whatIsKeptIsReadAtAnyPlaceAndLiesThereEncrypted(int length) throws IOException {
        byte[] bytes = bytes(length);
        StoredObject kept = kept(subject, bytes);
        assertThat(kept.length()).isEqualTo(length);
        Random places = new Random(length);
        try (SeekableByteChannel channel = store.open(subject, kept.address())) {
            assertThat(channel.size()).isEqualTo(length);
            for (int look = 0; look < 20; look++) {
                int from = places.nextInt(length + 1);
                int count = places.nextInt(Math.min(length - from, 200_000) + 1);
                channel.position(from);
                assertThat(read(channel, count)).isEqualTo(Arrays.copyOfRange(bytes, from, from + count));
            }
        }
        byte[] lying = Files.readAllBytes(fileOf(kept));
        assertThat(lying).hasSize(Math.toIntExact(kept.storedLength()));
        assertThat(new String(lying, StandardCharsets.ISO_8859_1)).doesNotContain("the words that nobody may read");
    }

    @Test
    void equalBytesOfTwoSubjectsAreTwoObjectsAndNeitherKeyOpensTheOther() throws IOException {
        byte[] bytes = bytes(1000);
        UUID other = UUID.randomUUID();
        StoredObject first = kept(subject, bytes);
        StoredObject second = kept(other, bytes);
        assertThat(first.address()).isNotEqualTo(second.address());
        assertThatThrownBy(() -> whole(subject, second.address())).isInstanceOf(IOException.class);
        assertThat(whole(other, second.address())).isEqualTo(bytes);
    }

    @Test
    void aChangedByteIsNeverReadAndTheRestStillIs() throws IOException {
        byte[] bytes = bytes(4 * SEGMENT);
        StoredObject kept = kept(subject, bytes);
        Path file = fileOf(kept);
        byte[] lying = Files.readAllBytes(file);
        lying[lying.length - 100] ^= 1;
        Files.write(file, lying);
        assertThatThrownBy(() -> whole(subject, kept.address())).isInstanceOf(IOException.class);
        try (SeekableByteChannel channel = store.open(subject, kept.address())) {
            assertThat(read(channel, SEGMENT)).isEqualTo(Arrays.copyOf(bytes, SEGMENT));
        }
    }

    @Test
    void aForgottenSubjectIsUnreadableThoughTheBytesStillLieThere() {
        StoredObject kept = kept(subject, bytes(10));
        program.bean(Vault.class).forget(subject);
        assertThatThrownBy(() -> store.open(subject, kept.address())).isInstanceOf(SubjectForgotten.class);
        assertThat(fileOf(kept)).exists();
    }

    @Test
    void aDraftThatIsNotStoredLeavesNothing() throws IOException {
        try (ObjectDraft draft = store.draft(subject)) {
            draft.write(bytes(100_000), 0, 100_000);
            assertThat(draft.length()).isEqualTo(100_000);
        }
        try (Stream<Path> drafts = Files.list(folder().resolve("drafts"))) {
            assertThat(drafts).isEmpty();
        }
    }

    @Test
    void whatNobodyNeedsGoesAfterAnHourAndAtOnceWhereTheClockWentBack() {
        StoredObject kept = kept(subject, bytes(10));
        store.release(kept.address());
        program.run("objects.release");
        assertThat(fileOf(kept)).exists();
        CLOCK.forward(Duration.ofMinutes(61));
        program.run("objects.release");
        assertThat(fileOf(kept)).doesNotExist();
        StoredObject ahead = kept(subject, bytes(10));
        store.release(ahead.address());
        CLOCK.backward(Duration.ofHours(5));
        program.run("objects.release");
        assertThat(fileOf(ahead)).doesNotExist();
    }

    @Test
    void whatNoRowKnowsGoesAfterAnHourWhereNobodyElseCanHavePutIt() throws IOException {
        AtomicLong nanos = new AtomicLong();
        ObjectSweep sweep = new ObjectSweep(
                new ObjectFolder(folder(), nanos::get),
                program.bean(ObjectRowStore.class),
                new ObjectFaults(),
                Defaults.of(ObjectSettings.class),
                CLOCK,
                nanos::get,
                true);
        ObjectSweep careful = new ObjectSweep(
                new ObjectFolder(folder(), nanos::get),
                program.bean(ObjectRowStore.class),
                new ObjectFaults(),
                Defaults.of(ObjectSettings.class),
                CLOCK,
                nanos::get,
                false);
        StoredObject kept = kept(subject, bytes(10));
        StoredObject stray;
        try (ObjectDraft draft = store.draft(subject)) {
            draft.write(bytes(20), 0, 20);
            stray = draft.store();
        }
        Path dead = Files.writeString(folder().resolve("drafts").resolve("dead"), "half");
        for (int round = 0; round < 2; round++) {
            sweep.compare();
            careful.compare();
            assertThat(fileOf(stray)).exists();
            assertThat(dead).exists();
            nanos.addAndGet(Duration.ofMinutes(31).toNanos());
        }
        careful.compare();
        assertThat(fileOf(stray)).exists();
        sweep.compare();
        assertThat(fileOf(stray)).doesNotExist();
        assertThat(dead).doesNotExist();
        assertThat(fileOf(kept)).exists();
    }

    @Test
    void whatIsMissingIsSaidOnThePageOfHealthUntilItIsBack() throws IOException {
        StoredObject kept = kept(subject, bytes(10));
        byte[] lying = Files.readAllBytes(fileOf(kept));
        Files.delete(fileOf(kept));
        program.run("objects.sweep");
        assertThat(report().isAlarm()).isTrue();
        assertThat(report().says()).contains("missing from the store");
        assertThatThrownBy(() -> store.open(subject, kept.address())).isInstanceOf(ObjectMissing.class);
        Files.write(fileOf(kept), lying);
        program.run("objects.sweep");
        assertThat(report().works()).as(report().says()).isTrue();
    }

    @Test
    void aStoreThatCannotBeWrittenSaysSoBeforeSomebodyUploadsAndForgetsItWhenItIsMended() throws IOException {
        kept(subject, bytes(10));
        Path drafts = folder().resolve("drafts");
        Path aside = folder().resolve("aside");
        Files.move(drafts, aside);
        Files.writeString(drafts, "not a folder");
        assertThatThrownBy(() -> program.run("objects.probe")).hasCauseInstanceOf(StoreUnreachable.class);
        assertThat(report().isAlarm()).isTrue();
        assertThatThrownBy(() -> store.draft(subject)).isInstanceOf(StoreUnreachable.class);
        Files.delete(drafts);
        Files.move(aside, drafts);
        program.run("objects.probe");
        assertThat(report().works()).as(report().says()).isTrue();
    }

    private static StoredObject kept(UUID subject, byte[] bytes) {
        try (ObjectDraft draft = store.draft(subject)) {
            draft.write(bytes, 0, bytes.length);
            StoredObject stored = draft.store();
            store.keep(subject, stored);
            return stored;
        }
    }

    private static byte[] whole(UUID subject, String address) throws IOException {
        try (SeekableByteChannel channel = store.open(subject, address)) {
            return read(channel, Math.toIntExact(channel.size()));
        }
    }

    private static byte[] read(SeekableByteChannel channel, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new IOException("Fewer bytes than there should be");
            }
        }
        return buffer.array();
    }

    private static byte[] bytes(int length) {
        byte[] words = "the words that nobody may read. ".getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = new byte[length];
        for (int at = 0; at < length; at++) {
            bytes[at] = words[at % words.length];
        }
        return bytes;
    }

    private static Path folder() {
        return program.folder().resolve("objects");
    }

    private static Path fileOf(StoredObject stored) {
        String address = stored.address();
        return folder().resolve(address.substring(0, 2))
                .resolve(address.substring(2, 4))
                .resolve(address);
    }

    private static PartReport report() {
        List<PartReport> reports = program.bean(ObjectReporter.class).reports();
        assertThat(reports).hasSize(1);
        return reports.getFirst();
    }
}
