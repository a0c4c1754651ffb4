package network.fanz.platform.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import network.fanz.common.Sha256;
import network.fanz.platform.objects.ObjectSettings.S3Settings;
import network.fanz.testing.RunningFanz;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects in a bucket of a real server that speaks S3. */
@Tag("database")
class ObjectBucketTest {
    @TempDir
    private static Path folder;

    private static S3Server server;
    private static ObjectBucket place;

    @BeforeAll
    static void start() throws IOException {
        server = S3Server.in(folder);
        place = ObjectBucket.of(settings(server.endpoint(), S3Server.BUCKET), folder.resolve("node"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void takesADraftAndGivesAnyStretchOfIt() throws IOException {
        byte[] bytes = new byte[3_500_000];
        new Random(1).nextBytes(bytes);
        String address = taken(bytes);
        assertThat(place.has(address)).isTrue();
        try (SeekableByteChannel channel = place.open(address)) {
            assertThat(channel.size()).isEqualTo(bytes.length);
            Random places = new Random(2);
            for (int look = 0; look < 10; look++) {
                int from = places.nextInt(bytes.length);
                ByteBuffer buffer = ByteBuffer.allocate(Math.min(100_000, bytes.length - from));
                channel.position(from);
                while (buffer.hasRemaining()) {
                    assertThat(channel.read(buffer)).isPositive();
                }
                assertThat(buffer.array()).isEqualTo(Arrays.copyOfRange(bytes, from, from + buffer.capacity()));
            }
        }
    }

    @Test
    void leavesNoDraftBehindAndListsInTheOrderOfAddresses() throws IOException {
        List<String> taken = new ArrayList<>();
        for (byte number = 0; number < 5; number++) {
            taken.add(taken(new byte[] {number}));
        }
        List<String> listed = new ArrayList<>();
        place.each(listed::add);
        assertThat(listed).containsAll(taken).isSorted();
        try (Stream<Path> drafts = Files.list(folder.resolve("node").resolve("drafts"))) {
            assertThat(drafts).isEmpty();
        }
    }

    @Test
    void whatIsDeletedIsMissingAndDeletingItAgainChangesNothing() throws IOException {
        String address = taken(new byte[] {9, 9});
        place.delete(address);
        place.delete(address);
        assertThat(place.has(address)).isFalse();
        assertThatThrownBy(() -> place.open(address)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aServerThatIsAwayAndABucketThatIsNotThereAreSaidByTheProbe() throws IOException {
        place.probe();
        assertThatThrownBy(() -> ObjectBucket.of(settings(server.endpoint(), "no-such-bucket"), folder.resolve("other"))
                        .probe())
                .isInstanceOf(IOException.class);
        assertThatThrownBy(
                        () -> ObjectBucket.of(settings("http://127.0.0.1:1", S3Server.BUCKET), folder.resolve("other"))
                                .probe())
                .isInstanceOf(IOException.class);
    }

    @Test
    void wrongSettingsAreNamed() {
        assertThatThrownBy(() -> ObjectBucket.of(settings(server.endpoint(), " "), folder))
                .hasMessageContaining("fanz.objects.s3.bucket");
        assertThatThrownBy(() -> ObjectBucket.of(settings("s3.example.org", S3Server.BUCKET), folder))
                .hasMessageContaining("fanz.objects.s3.endpoint");
        S3Settings half =
                new S3Settings(null, "us-east-1", S3Server.BUCKET, "fanz/", "key", null, true, Duration.ofSeconds(1));
        assertThatThrownBy(() -> ObjectBucket.of(half, folder)).hasMessageContaining("fanz.objects.s3.secret-key");
        assertThat(settings(server.endpoint(), S3Server.BUCKET).toString()).doesNotContain(S3Server.SECRET_KEY);
    }

    @Test
    void theWholeProgramKeepsItsObjectsThereByItsSettings() throws IOException {
        try (RunningFanz program = RunningFanz.start(
                "--fanz.objects.place=s3",
                "--fanz.objects.s3.endpoint=" + server.endpoint(),
                "--fanz.objects.s3.bucket=" + S3Server.BUCKET,
                "--fanz.objects.s3.prefix=another/",
                "--fanz.objects.s3.access-key=" + S3Server.ACCESS_KEY,
                "--fanz.objects.s3.secret-key=" + S3Server.SECRET_KEY,
                "--fanz.objects.s3.path-style=true")) {
            ObjectStore store = program.bean(ObjectStore.class);
            UUID subject = UUID.randomUUID();
            byte[] bytes = new byte[200_000];
            new Random(3).nextBytes(bytes);
            StoredObject kept;
            try (ObjectDraft draft = store.draft(subject)) {
                draft.write(bytes, 0, bytes.length);
                kept = draft.store();
                store.keep(subject, kept);
            }
            try (SeekableByteChannel channel = store.open(subject, kept.address())) {
                ByteBuffer end = ByteBuffer.allocate(70_000);
                channel.position(bytes.length - 70_000L);
                while (end.hasRemaining()) {
                    assertThat(channel.read(end)).isPositive();
                }
                assertThat(end.array()).isEqualTo(Arrays.copyOfRange(bytes, bytes.length - 70_000, bytes.length));
            }
            program.run("objects.sweep");
            program.run("objects.probe");
            assertThat(program.bean(ObjectReporter.class).reports()).allMatch(report -> report.works());
        }
    }

    private static String taken(byte[] bytes) throws IOException {
        String address = HexFormat.of().formatHex(Sha256.of(bytes));
        place.take(Files.write(place.newDraft(), bytes), address);
        return address;
    }

    private static S3Settings settings(String endpoint, String bucket) {
        return new S3Settings(
                endpoint,
                "us-east-1",
                bucket,
                "fanz/",
                S3Server.ACCESS_KEY,
                S3Server.SECRET_KEY,
                true,
                Duration.ofSeconds(10));
    }
}
