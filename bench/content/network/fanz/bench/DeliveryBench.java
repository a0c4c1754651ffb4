package network.fanz.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import network.fanz.content.catalogue.WorkAudience;
import network.fanz.content.media.NewRendition;
import network.fanz.content.media.RenditionKind;
import network.fanz.content.media.renditions.RenditionKeeper;
import network.fanz.platform.files.DurableFiles;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestWorks;
import network.fanz.tools.walkthrough.AgeDesk;
import network.fanz.tools.walkthrough.SignedInUser;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many segments a second are sent to whoever may have them, every check included, against nginx with the same file and no check. */
final class DeliveryBench {
    private static final double GOAL_RATIO = 0.25;
    /** Five seconds of the middle rung. */
    private static final int SEGMENT = 800_000;

    private static final int CALLERS = 8;
    private static final long WARM_UP = 3_000;
    private static final long MILLIS = 8_000;
    private static final int SEED = 7;
    private static final String NAME = "segment.m4s";

    private DeliveryBench() {}

    /** @return whether the goal is met */
    static boolean measure(BenchFigures figures) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("bench-delivery");
        byte[] bytes = new byte[SEGMENT];
        new Random(SEED).nextBytes(bytes);
        Path file = Files.write(folder.resolve(NAME), bytes);
        try (RunningFanz program = RunningFanz.start()) {
            double plain = plain(folder);
            double checked = checked(program, file);
            double again = plain(folder);
            double ratio = checked / Math.max(plain, again);
            figures.put("content.serve_ratio", ratio);
            System.out.printf(
                    "segments     %.0f a second with every check, %.0f and %.0f plain by nginx: %.2f%n",
                    checked, plain, again, ratio);
            return ratio >= GOAL_RATIO;
        } finally {
            DurableFiles.delete(folder);
        }
    }

    private static double checked(RunningFanz program, Path file) throws IOException, InterruptedException {
        SignedInUser creator = program.users().verifiedCreator();
        String work = TestWorks.picture(program, creator, WorkAudience.EVERYONE, "Measured");
        UUID upload = JdbcClient.create(program.database().asOwner())
                .sql("select upload from catalogue.release where work = ?::uuid")
                .param(work)
                .query(UUID.class)
                .single();
        program.bean(RenditionKeeper.class)
                .keep(
                        upload,
                        "measured",
                        List.of(new NewRendition(NAME, RenditionKind.SEGMENT, "video/mp4", 2, 2, file)));
        SignedInUser fan = program.users().fan();
        AgeDesk.assure(fan.client());
        String base = fan.client()
                .api("GET", "/api/v1/published-works/" + work + "/address")
                .expect(200)
                .text("base");
        return perSecond(
                program.port(),
                base + NAME,
                "Host: " + fan.client().host("tube") + "\r\nAuthorization: Bearer "
                        + fan.client().token() + "\r\n");
    }

    private static double plain(Path folder) throws IOException, InterruptedException {
        int port = freePort();
        Path configuration = Files.writeString(folder.resolve("nginx.conf"), """
                daemon off;
                worker_processes 2;
                events {}
                pid %1$s/nginx.pid;
                http {
                access_log off;
                sendfile on;
                keepalive_requests 100000000;
                client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/fastcgi;
                uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
                server { listen 127.0.0.1:%2$d; root %1$s; }
                }
                """.formatted(folder, port));
        // Its workers would run as somebody who may not read a private folder.
        Files.writeString(configuration, "user root;\n" + Files.readString(configuration));
        Process nginx = new ProcessBuilder(
                        Objects.requireNonNullElse(System.getenv("NGINX"), "nginx"),
                        "-e",
                        "stderr",
                        "-c",
                        configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        try {
            Awaitility.await().ignoreExceptions().until(() -> {
                try (HttpConnection once = new HttpConnection(port)) {
                    return once.get("/" + NAME, "Host: plain\r\n") == SEGMENT;
                }
            });
            return perSecond(port, "/" + NAME, "Host: plain\r\n");
        } finally {
            nginx.destroy();
            nginx.waitFor();
        }
    }

    private static double perSecond(int port, String path, String headers) throws IOException, InterruptedException {
        LinkedBlockingQueue<HttpConnection> connections = new LinkedBlockingQueue<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            connections.add(new HttpConnection(port));
        }
        Load.Call call = random -> {
            HttpConnection connection = connections.take();
            if (connection.get(path, headers) != SEGMENT) {
                throw new IOException("Not the whole segment");
            }
            connections.add(connection);
        };
        Load.run(CALLERS, WARM_UP, SEED, call);
        double perSecond = Load.run(CALLERS, MILLIS, SEED, call).perSecond();
        for (HttpConnection connection : connections) {
            connection.close();
        }
        return perSecond;
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }
}
