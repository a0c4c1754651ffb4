package network.fanz.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import network.fanz.tools.walkthrough.SignedInUser;

/** Whole files in a running program, sent as programs send them. */
public final class TestUploads {
    private TestUploads() {}

    /** Sends a file at once, and gives the upload's id. */
    public static UUID whole(RunningFanz program, SignedInUser creator, byte[] file) {
        return sent(program, creator, file, file.length);
    }

    /** Sends the first bytes of a longer file. */
    public static UUID begun(RunningFanz program, SignedInUser creator, byte[] start) {
        return sent(program, creator, start, start.length + 1L);
    }

    /** Sends more of a file whose first bytes are there. */
    public static void goOn(RunningFanz program, SignedInUser creator, UUID upload, long offset, byte[] rest) {
        HttpRequest request = request(program, creator, "/api/v1/uploads/" + upload)
                .method("PATCH", BodyPublishers.ofByteArray(rest))
                .header("Upload-Offset", Long.toString(offset))
                .build();
        answer(request, 204);
    }

    private static UUID sent(RunningFanz program, SignedInUser creator, byte[] bytes, long length) {
        HttpRequest request = request(program, creator, "/api/v1/uploads")
                .POST(BodyPublishers.ofByteArray(bytes))
                .header("Upload-Length", Long.toString(length))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .build();
        String place = answer(request, 201).headers().firstValue("Location").orElseThrow();
        return UUID.fromString(place.substring(place.lastIndexOf('/') + 1));
    }

    private static HttpRequest.Builder request(RunningFanz program, SignedInUser creator, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + program.port() + path))
                .header("Host", "fanz.localhost:" + program.port())
                .header("Tus-Resumable", "1.0.0")
                .header("Content-Type", "application/offset+octet-stream")
                .header("Authorization", "Bearer " + creator.client().token());
    }

    private static HttpResponse<String> answer(HttpRequest request, int status) {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != status) {
                throw new AssertionError(answer.statusCode() + " " + answer.body());
            }
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** A small picture, each one another. */
    public static byte[] picture() {
        BufferedImage image = new BufferedImage(200, 150, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        Random chance = new Random(UUID.randomUUID().getMostSignificantBits());
        for (int shape = 0; shape < 60; shape++) {
            pen.setColor(new Color(chance.nextInt(0x1000000)));
            pen.fillOval(chance.nextInt(180), chance.nextInt(130), 10 + chance.nextInt(70), 10 + chance.nextInt(60));
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
