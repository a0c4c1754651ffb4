package network.fanz.content.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.testing.RawConnection;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Files of creators, over HTTP. */
@Tag("database")
class UploadsTest {
    private static final int MB = 1024 * 1024;

    private final RunningFanz program = RunningFanz.shared();
    private final TusCaller creator = new TusCaller(program, program.verifiedCreator());

    @Test
    void keepsWhatWasSentByteForByteHoweverItWasCut() {
        byte[] file = TusCaller.film(20 * MB + 4321);
        String upload = creator.begin(file.length, "Upload-Metadata", TusCaller.named("My film.mp4"));
        int[] ends = {10, 300, 700 * 1024, 9 * MB, 18 * MB + 7, file.length};
        int offset = 0;
        for (int end : ends) {
            HttpResponse<String> answer = creator.patch(upload, offset, TusCaller.piece(file, offset, end));
            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(TusCaller.offset(answer)).isEqualTo(end);
            offset = end;
        }
        HttpResponse<String> head = creator.head(upload);
        assertThat(head.headers().firstValue("Upload-Length")).contains(Integer.toString(file.length));
        assertThat(head.headers().firstValue("Upload-Metadata")).contains(TusCaller.named("My film.mp4"));
        assertThat(head.headers().firstValue("Upload-Expires")).isEmpty();
        assertThat(head.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(creator.stored(upload)).isEqualTo(file);
        assertThat(creator.addresses(upload)).hasSizeLessThan(6);
        assertThat(creator.state(upload)).isEqualTo("RECEIVED");
    }

    @Test
    void takesTheFirstBytesWithTheBeginning() {
        byte[] file = TusCaller.film(5000);
        HttpResponse<String> answer =
                creator.post(TusCaller.piece(file, 0, 3000), "Upload-Length", Integer.toString(file.length));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(TusCaller.offset(answer)).isEqualTo(3000);
        String upload = answer.headers().firstValue("Location").orElseThrow();
        creator.patch(upload, 3000, TusCaller.piece(file, 3000, 5000));
        assertThat(creator.stored(upload)).isEqualTo(file);
    }

    @Test
    void isTheSameUploadIfBegunTwiceWithOneKey() {
        String key = UUID.randomUUID().toString();
        String first = creator.begin(77, "Idempotency-Key", key);
        assertThat(creator.begin(77, "Idempotency-Key", key)).isEqualTo(first);
    }

    @Test
    void saysWhatItSpeaksToAnybody() {
        HttpResponse<String> answer = creator.call("OPTIONS", "/api/v1/uploads", new byte[0]);
        assertThat(answer.statusCode()).isEqualTo(204);
        Map.of(
                        "Tus-Resumable", "1.0.0",
                        "Tus-Version", "1.0.0",
                        "Tus-Max-Size", Long.toString(20L * 1024 * MB),
                        "Tus-Checksum-Algorithm", "sha1,sha256",
                        "Tus-Extension", "creation,creation-with-upload,checksum,expiration,termination")
                .forEach((header, value) -> assertThat(answer.headers().firstValue(header))
                        .as(header)
                        .contains(value));
    }

    @Test
    void countsAPieceOnlyOnceItsChecksumIsRight() throws Exception {
        byte[] file = TusCaller.film(9 * MB);
        String upload = creator.begin(file.length);
        HttpResponse<String> wrong =
                creator.patch(upload, 0, file, "Upload-Checksum", checksum("sha1", "SHA-1", new byte[3]));
        assertThat(wrong.statusCode()).isEqualTo(460);
        assertThat(creator.offset(upload)).isZero();
        assertThat(creator.addresses(upload)).isEmpty();
        HttpResponse<String> right =
                creator.patch(upload, 0, file, "Upload-Checksum", checksum("sha256", "SHA-256", file));
        assertThat(right.statusCode()).isEqualTo(204);
        assertThat(creator.stored(upload)).isEqualTo(file);
        assertThat(creator.patch(creator.begin(3), 0, new byte[3], "Upload-Checksum", "md5 AAAA")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void refusesASecondWriterWhileTheFirstOneWrites() throws Exception {
        byte[] file = TusCaller.film(2 * MB);
        String upload = creator.begin(file.length);
        try (RawConnection first = new RawConnection(program.port(), "127.0.0.1")) {
            first.send(creator.patchHead(upload, 0, file.length));
            first.send(text(TusCaller.piece(file, 0, MB)));
            Awaitility.await().until(() -> isBeingWritten(upload));
            HttpResponse<String> second = creator.patch(upload, 0, file);
            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(second.body()).contains("upload-busy");
            assertThat(creator.offset(upload))
                    .as("a look does not disturb who writes")
                    .isZero();
            first.send(text(TusCaller.piece(file, MB, file.length)));
            assertThat(first.rest()).startsWith("HTTP/1.1 204");
        }
        assertThat(creator.stored(upload)).isEqualTo(file);
    }

    @Test
    void keepsWhatHadComeWhenItsSenderBreaksOff() throws Exception {
        byte[] file = TusCaller.film(10 * MB);
        String upload = creator.begin(file.length);
        try (RawConnection first = new RawConnection(program.port(), "127.0.0.1")) {
            first.send(creator.patchHead(upload, 0, file.length));
            first.send(text(TusCaller.piece(file, 0, 9 * MB)));
        }
        Awaitility.await().until(() -> creator.offset(upload) == 9 * MB);
        assertThat(creator.patch(upload, 9 * MB, TusCaller.piece(file, 9 * MB, file.length))
                        .statusCode())
                .isEqualTo(204);
        assertThat(creator.stored(upload)).isEqualTo(file);
    }

    @Test
    void aFileThatEndsWithAPartIsWholeThoughItsLastByteComesLate() throws Exception {
        byte[] file = TusCaller.film(8 * MB);
        String upload = creator.begin(file.length);
        try (RawConnection slow = new RawConnection(program.port(), "127.0.0.1")) {
            slow.send(creator.patchHead(upload, 0, file.length));
            slow.send(text(TusCaller.piece(file, 0, file.length - 1)));
            Thread.sleep(UploadTurns.RENEWED_EVERY.plusMillis(300));
            slow.send(text(TusCaller.piece(file, file.length - 1, file.length)));
            assertThat(slow.line()).startsWith("HTTP/1.1 204");
        }
        assertThat(creator.stored(upload)).isEqualTo(file);
    }

    @Test
    void letsItsOwnerGoOnAfterAWriterThatDied() {
        byte[] file = TusCaller.film(3000);
        String upload = creator.begin(file.length);
        writerUntil(upload, "15 seconds");
        assertThat(creator.patch(upload, 0, file).statusCode()).isEqualTo(409);
        long fence = fence(upload);
        assertThat(creator.offset(upload)).isZero();
        assertThat(fence(upload)).as("whoever wrote stores nothing any more").isGreaterThan(fence);
        assertThat(creator.patch(upload, 0, file).statusCode()).isEqualTo(204);
    }

    @Test
    void doesNotBelieveAWriterFromTheFuture() {
        byte[] file = TusCaller.film(3000);
        String upload = creator.begin(file.length);
        writerUntil(upload, "2 hours");
        assertThat(creator.patch(upload, 0, file).statusCode()).isEqualTo(204);
    }

    @Test
    void aWriterThatWasTakenForDeadStoresNothingAnyMore() throws Exception {
        byte[] file = TusCaller.film(2 * MB);
        String upload = creator.begin(file.length);
        try (RawConnection late = new RawConnection(program.port(), "127.0.0.1")) {
            late.send(creator.patchHead(upload, 0, file.length));
            late.send(text(TusCaller.piece(file, 0, MB)));
            Awaitility.await().until(() -> isBeingWritten(upload));
            writerUntil(upload, "1 second");
            assertThat(creator.offset(upload)).isZero();
            assertThat(creator.patch(upload, 0, file).statusCode()).isEqualTo(204);
            late.send(text(TusCaller.piece(file, MB, file.length)));
            assertThat(late.rest()).startsWith("HTTP/1.1 409").contains("upload-taken-over");
        }
        assertThat(creator.stored(upload)).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><script>alert(1)</script>", "GIF89a", "%PDF-1.7", "MZ", "just words"})
    void deletesWhatIsOfNoKindThatIsTakenWhateverItIsCalled(String start) {
        byte[] file = Arrays.copyOf(start.getBytes(StandardCharsets.US_ASCII), 4000);
        String upload = creator.begin(file.length, "Upload-Metadata", TusCaller.named("holiday.mp4"));
        HttpResponse<String> answer = creator.patch(upload, 0, file);
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("upload-type-refused");
        assertThat(creator.head(upload).statusCode()).isEqualTo(410);
        assertThat(creator.addresses(upload)).isEmpty();
    }

    @Test
    void waitsWithItsJudgementUntilEnoughHasCome() {
        byte[] file = "not a film at all, but a text of some length, told byte by byte"
                .repeat(8)
                .getBytes(StandardCharsets.US_ASCII);
        String upload = creator.begin(file.length);
        assertThat(creator.patch(upload, 0, TusCaller.piece(file, 0, 100)).statusCode())
                .isEqualTo(204);
        assertThat(creator.patch(upload, 100, TusCaller.piece(file, 100, 300)).statusCode())
                .isEqualTo(415);
        assertThat(creator.state(upload)).isEqualTo("GONE");
    }

    @Test
    void deletesForGoodAndReleasesTheBytes() {
        byte[] file = TusCaller.film(3000);
        String upload = creator.begin(file.length, "Upload-Metadata", TusCaller.named("secret.mp4"));
        creator.patch(upload, 0, file);
        List<String> addresses = creator.addresses(upload);
        assertThat(addresses).hasSize(1);
        assertThat(creator.delete(upload).statusCode()).isEqualTo(204);
        assertThat(creator.head(upload).statusCode()).isEqualTo(410);
        assertThat(creator.patch(upload, 3000, new byte[0]).statusCode()).isEqualTo(410);
        assertThat(creator.delete(upload).statusCode()).isEqualTo(204);
        assertThat(creator.database()
                        .sql("select released_at is not null from objects.object where sha256 = ?")
                        .param(addresses.getFirst())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(creator.database()
                        .sql("select file_name is null from media.upload where id = ?")
                        .param(TusCaller.id(upload))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aWriterWhoseFileIsDeletedUnderItStoresNothing() throws Exception {
        byte[] file = TusCaller.film(2 * MB);
        String upload = creator.begin(file.length);
        try (RawConnection writer = new RawConnection(program.port(), "127.0.0.1")) {
            writer.send(creator.patchHead(upload, 0, file.length));
            writer.send(text(TusCaller.piece(file, 0, MB)));
            Awaitility.await().until(() -> isBeingWritten(upload));
            assertThat(creator.delete(upload).statusCode()).isEqualTo(204);
            writer.send(text(TusCaller.piece(file, MB, file.length)));
            assertThat(writer.rest()).startsWith("HTTP/1.1 4");
        }
        assertThat(creator.addresses(upload)).isEmpty();
        assertThat(creator.state(upload)).isEqualTo("GONE");
    }

    @Test
    void isNothingToAnybodyElse() {
        TusCaller other = new TusCaller(program, program.verifiedCreator());
        String upload = creator.begin(3000);
        assertThat(other.head(upload).statusCode()).isEqualTo(404);
        assertThat(other.patch(upload, 0, TusCaller.film(3000)).statusCode()).isEqualTo(404);
        assertThat(other.delete(upload).statusCode()).isEqualTo(404);
        assertThat(other.patch("/api/v1/uploads/" + UUID.randomUUID(), 0, new byte[1])
                        .statusCode())
                .isEqualTo(404);
        assertThat(creator.offset(upload)).isZero();
    }

    @Test
    void refusesWhoMayNotSendBeforeAByteIsRead() throws Exception {
        SignedInUser fan = program.users().fan();
        String upload = creator.begin(3000);
        TusCaller fans = new TusCaller(program, fan);
        assertThat(firstLine(fans.patchHead(upload, 0, 19_000_000_000L))).startsWith("HTTP/1.1 403");
        String nobody = creator.patchHead(upload, 0, 19_000_000_000L).replaceFirst("Bearer [^\r]*", "Bearer nothing");
        assertThat(firstLine(nobody)).startsWith("HTTP/1.1 401");
        assertThat(firstLine(creator.patchHead(upload, 0, 19_000_000_000L))).startsWith("HTTP/1.1 413");
    }

    @Test
    void refusesABrowserThatDoesNotShowThatOurPageSentIt() throws Exception {
        String upload = creator.begin(3000);
        String forged = creator.patchHead(upload, 0, 3000)
                .replaceFirst("Authorization: Bearer ([^\r]*)", "Cookie: fanz_session=$1");
        assertThat(firstLine(forged)).startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @CsvSource({
        "Upload-Length, -1, 422",
        "Upload-Length, 0, 422",
        "Upload-Length, 1e3, 422",
        "Upload-Length, +5, 422",
        "Upload-Length, 007, 422",
        "Upload-Length, 9223372036854775808, 422",
        "Upload-Length, 21474836481, 413",
        "Upload-Metadata, filename !!!, 422",
        "Upload-Metadata, filename /w==, 422",
        "Upload-Metadata, 'filename YQ==,filename Yg==', 422",
        "Upload-Metadata, 'a b c', 422",
        "Upload-Defer-Length, 1, 422",
        "Upload-Concat, partial, 422",
        "X-HTTP-Method-Override, DELETE, 422",
        "Tus-Resumable, 0.2.2, 412"
    })
    void refusesWhatItDoesNotUnderstand(String header, String value, int status) {
        HttpResponse<String> answer = header.equals("Upload-Length")
                ? creator.post(header, value)
                : creator.post("Upload-Length", "10", header, value);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4111 1111 1111 1111.mp4", "a\u202Egnp.mp4", "\u0000"})
    void refusesNamesThatHoldWhatDoesNotBelongThere(String name) {
        assertThat(creator.post("Upload-Length", "10", "Upload-Metadata", TusCaller.named(name))
                        .statusCode())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({"../../etc/passwd, passwd", "C:\\Users\\me\\film.mov, film.mov", "'  my film.mp4 ', my film.mp4"})
    void aNameIsForItsOwnerAndNamesNothingInTheStore(String name, String kept) {
        String upload = creator.begin(10, "Upload-Metadata", TusCaller.named(name));
        assertThat(creator.head(upload).headers().firstValue("Upload-Metadata")).contains(TusCaller.named(kept));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "5", "1e1", "", "99999999999999999999", "0, 0"})
    void refusesAnOffsetThatIsALie(String offset) {
        String upload = creator.begin(3000);
        HttpResponse<String> answer = creator.call("PATCH", upload, TusCaller.film(3000), "Upload-Offset", offset);
        assertThat(answer.statusCode()).isIn(409, 422);
        assertThat(creator.offset(upload)).isZero();
    }

    @Test
    void takesNoMoreThanWasAnnounced() throws Exception {
        String upload = creator.begin(3000);
        assertThat(creator.patch(upload, 0, TusCaller.film(3001)).statusCode()).isEqualTo(413);
        String chunked = creator.patchHead(upload, 0, 1).replace("Content-Length: 1", "Transfer-Encoding: chunked");
        String sent = chunked + "bb9\r\n" + text(TusCaller.film(3001)) + "\r\n0\r\n\r\n";
        assertThat(RawConnection.answer(program.port(), sent)).startsWith("HTTP/1.1 413");
        assertThat(creator.addresses(upload).size()).isLessThanOrEqualTo(1);
        assertThat(creator.stored(upload).length).isLessThanOrEqualTo(3000);
    }

    @Test
    void takesAPieceOfUnknownLength() throws Exception {
        byte[] file = TusCaller.film(3000);
        String upload = creator.begin(file.length);
        String chunked = creator.patchHead(upload, 0, 1).replace("Content-Length: 1", "Transfer-Encoding: chunked");
        assertThat(RawConnection.answer(program.port(), chunked + "bb8\r\n" + text(file) + "\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 204");
        assertThat(creator.stored(upload)).isEqualTo(file);
    }

    @Test
    void tellsTheOthersOnceAndTheAuditLogEachStep() {
        byte[] file = TusCaller.film(3000);
        String upload = creator.begin(file.length);
        creator.patch(upload, 0, file);
        creator.delete(upload);
        program.settle();
        assertThat(creator.database()
                        .sql("select payload::text from events.event where type = 'upload_received' and key = ?")
                        .param(TusCaller.id(upload).toString())
                        .query(String.class)
                        .list())
                .singleElement()
                .satisfies(event -> assertThat(
                                JsonMapper.shared().readTree(event).path("type").asString())
                        .isEqualTo("video/mp4"));
        assertThat(creator.database()
                        .sql("select name from audit.entry where subject = ? order by seq")
                        .param("upload:" + TusCaller.id(upload))
                        .query(String.class)
                        .list())
                .containsExactly("media.begin", "media.receive", "media.delete");
    }

    @Test
    void manyAtOnceAllComeWhole() {
        List<String> uploads = java.util.stream.IntStream.range(0, 6)
                .parallel()
                .mapToObj(number -> {
                    byte[] file = TusCaller.film(MB + number);
                    String upload = creator.begin(file.length);
                    assertThat(creator.patch(upload, 0, file).statusCode()).isEqualTo(204);
                    assertThat(creator.stored(upload)).isEqualTo(file);
                    return upload;
                })
                .toList();
        assertThat(new HashSet<>(uploads)).hasSize(6);
    }

    @Test
    void showsItsOwnerTheListAndDeletesFromIt() {
        byte[] file = TusCaller.film(3000);
        creator.patch(creator.begin(file.length, "Upload-Metadata", TusCaller.named("whole.mp4")), 0, file);
        String half = creator.begin(file.length, "Upload-Metadata", TusCaller.named("half.mp4"));
        creator.patch(half, 0, TusCaller.piece(file, 0, 1500));
        ProgramClient client = program.client();
        client.cookie("tube", "fanz_session", creator.token());
        String page = client.get("tube", "/studio/uploads").body();
        assertThat(page).contains("whole.mp4", "half.mp4", "1.4 kB of 2.9 kB", "Here, whole", "Unfinished");
    }

    /** What is answered to a request whose body never comes. */
    private String firstLine(String head) throws Exception {
        try (RawConnection connection = new RawConnection(program.port(), "127.0.0.1")) {
            connection.send(head);
            return connection.line();
        }
    }

    private static String checksum(String name, String algorithm, byte[] of) throws Exception {
        return name + " "
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance(algorithm).digest(of));
    }

    private boolean isBeingWritten(String upload) {
        return creator.database()
                .sql("select writer_until is not null from media.upload where id = ?")
                .param(TusCaller.id(upload))
                .query(Boolean.class)
                .single();
    }

    private void writerUntil(String upload, String ahead) {
        creator.database()
                .sql("update media.upload set writer_until = now() + ?::interval where id = ?")
                .params(ahead, TusCaller.id(upload))
                .update();
    }

    private long fence(String upload) {
        return creator.database()
                .sql("select fence from media.upload where id = ?")
                .param(TusCaller.id(upload))
                .query(Long.class)
                .single();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
