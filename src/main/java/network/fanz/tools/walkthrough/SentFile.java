package network.fanz.tools.walkthrough;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/** Sends files as programs send them (tus 1.0.0). */
public final class SentFile {
    private static final String UPLOADS = "/api/v1/uploads";
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;

    private final ProgramAddress program;
    private final SignedInUser creator;

    public SentFile(ProgramAddress program, SignedInUser creator) {
        this.program = program;
        this.creator = creator;
    }

    /**
     * Begins a file with its first bytes.
     *
     * @param length of all of it
     * @return the upload's id
     */
    public UUID begin(byte[] first, long length) {
        HttpRequest request = request(UPLOADS)
                .POST(BodyPublishers.ofByteArray(first))
                .header("Upload-Length", Long.toString(length))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .build();
        String place = answer(request, CREATED).headers().firstValue("Location").orElseThrow();
        return UUID.fromString(place.substring(place.lastIndexOf('/') + 1));
    }

    /** Sends more of it. */
    public void goOn(UUID upload, long offset, byte[] more) {
        answer(
                request(UPLOADS + "/" + upload)
                        .method("PATCH", BodyPublishers.ofByteArray(more))
                        .header("Upload-Offset", Long.toString(offset))
                        .build(),
                NO_CONTENT);
    }

    private HttpRequest.Builder request(String path) {
        boolean local = program.isLocal();
        String host = program.authority(program.parent());
        String authority = local ? ProgramAddress.LOCAL + ":" + program.port() : host;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(program.scheme() + "://" + authority + path));
        if (local) {
            request.header("Host", host);
        }
        return request.header("Tus-Resumable", "1.0.0")
                .header("Content-Type", "application/offset+octet-stream")
                .header("Authorization", "Bearer " + creator.client().token());
    }

    private static HttpResponse<String> answer(HttpRequest request, int status) {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != status) {
                throw new UnexpectedAnswer(status + " expected, not " + answer.statusCode() + ": " + answer.body());
            }
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UnexpectedAnswer("stopped while a file was sent");
        }
    }
}
