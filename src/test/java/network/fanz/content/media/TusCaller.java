package network.fanz.content.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import network.fanz.platform.objects.ObjectStore;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.SignedInUser;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A creator's program that sends files, header by header, and can say what no library would. */
final class TusCaller {
    private static final byte[] MP4_START = {0, 0, 0, 24, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm', 0, 0, 2, 0};

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RunningFanz program;
    private final SignedInUser user;

    TusCaller(RunningFanz program, SignedInUser user) {
        this.program = program;
        this.user = user;
    }

    /** Bytes that begin as a film does and go on as nothing in particular. */
    static byte[] film(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        System.arraycopy(MP4_START, 0, bytes, 0, Math.min(length, MP4_START.length));
        return bytes;
    }

    static byte[] piece(byte[] of, int from, int to) {
        return Arrays.copyOfRange(of, from, to);
    }

    static String named(String fileName) {
        return "filename " + Base64.getEncoder().encodeToString(fileName.getBytes(StandardCharsets.UTF_8));
    }

    String token() {
        return user.client().token();
    }

    /** The address of a new upload. */
    String begin(long length, String... headers) {
        List<String> all = new ArrayList<>(List.of("Upload-Length", Long.toString(length)));
        all.addAll(List.of(headers));
        HttpResponse<String> answer = post(all.toArray(String[]::new));
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return answer.headers().firstValue("Location").orElseThrow();
    }

    HttpResponse<String> post(String... headers) {
        return post(new byte[0], headers);
    }

    HttpResponse<String> post(byte[] body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (!all.contains("Idempotency-Key")) {
            all.addAll(List.of("Idempotency-Key", UUID.randomUUID().toString()));
        }
        return call("POST", "/api/v1/uploads", body, all.toArray(String[]::new));
    }

    HttpResponse<String> patch(String upload, long offset, byte[] body, String... headers) {
        List<String> all = new ArrayList<>(List.of("Upload-Offset", Long.toString(offset)));
        all.addAll(List.of(headers));
        return call("PATCH", upload, body, all.toArray(String[]::new));
    }

    HttpResponse<String> head(String upload) {
        return call("HEAD", upload, new byte[0]);
    }

    HttpResponse<String> delete(String upload) {
        return call(
                "DELETE",
                upload,
                new byte[0],
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    /** What the server says that has come; -1 if it says something else. */
    long offset(String upload) {
        return offset(head(upload));
    }

    static long offset(HttpResponse<String> answer) {
        return answer.headers().firstValueAsLong("Upload-Offset").orElse(-1);
    }

    HttpResponse<String> call(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + program.port() + path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .setHeader("Host", "fanz.localhost:" + program.port())
                .setHeader("Tus-Resumable", "1.0.0")
                .setHeader("Authorization", "Bearer " + token());
        if (body.length > 0 || method.equals("PATCH")) {
            request.setHeader("Content-Type", "application/offset+octet-stream");
        }
        for (int at = 0; at < headers.length; at += 2) {
            request.setHeader(headers[at], headers[at + 1]);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The first lines of a piece that is sent by hand, for connections that are slow or break. */
    String patchHead(String upload, long offset, long length) {
        return "PATCH " + upload + " HTTP/1.1\r\nHost: fanz.localhost:" + program.port()
                + "\r\nTus-Resumable: 1.0.0\r\nAuthorization: Bearer " + token()
                + "\r\nContent-Type: application/offset+octet-stream\r\nUpload-Offset: " + offset
                + "\r\nContent-Length: " + length + "\r\nConnection: close\r\n\r\n";
    }

    /** What lies in the store of an upload, one part after the other. */
    byte[] stored(String upload) {
        UUID id = id(upload);
        ObjectStore objects = program.bean(ObjectStore.class);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String address : addresses(upload)) {
            try (SeekableByteChannel part = objects.open(id, address)) {
                Channels.newInputStream(part).transferTo(all);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return all.toByteArray();
    }

    List<String> addresses(String upload) {
        return JdbcClient.create(program.bean(DataSource.class))
                .sql("select object from media.upload_part where upload = ? order by number")
                .param(id(upload))
                .query(String.class)
                .list();
    }

    String state(String upload) {
        return database()
                .sql("select state from media.upload where id = ?")
                .param(id(upload))
                .query(String.class)
                .single();
    }

    JdbcClient database() {
        return JdbcClient.create(program.database().asOwner());
    }

    static UUID id(String upload) {
        return UUID.fromString(upload.substring(upload.lastIndexOf('/') + 1));
    }
}
