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

    private static UUID sent(RunningFanz program, SignedInUser creator, byte[] bytes, long length) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + program.port() + "/api/v1/uploads"))
                .POST(BodyPublishers.ofByteArray(bytes))
                .header("Host", "fanz.localhost:" + program.port())
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", Long.toString(length))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/offset+octet-stream")
                .header("Authorization", "Bearer " + creator.client().token())
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new AssertionError(answer.statusCode() + " " + answer.body());
            }
            String place = answer.headers().firstValue("Location").orElseThrow();
            return UUID.fromString(place.substring(place.lastIndexOf('/') + 1));
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
