package network.fanz.content.audience;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import network.fanz.content.media.NewRendition;
import network.fanz.content.media.RenditionKind;
import network.fanz.content.media.renditions.RenditionKeeper;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.AgeDesk;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who watch works in a running program, with a browser. */
record Audiences(RunningFanz program) {
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    /** @param id their account; null if they have none */
    record Watcher(
            RunningFanz program,
            ProgramClient client,
            @Nullable String id) {
        Watcher(RunningFanz program, ProgramClient client) {
            this(program, client.withHeader("User-Agent", BROWSER), null);
        }

        Watcher assured() {
            AgeDesk.assure(client);
            return this;
        }

        String base(String work) {
            return client.get("tube", "/watch/" + work)
                    .expect(200)
                    .body()
                    .replaceAll("(?s).*?\"(/media/[^/]+/).*", "$1");
        }

        void picture(String work) {
            fetch(base(work) + "picture.jpg");
        }

        void segment(String work, String rung, int number) {
            fetch(base(work) + "%s/%05d.m4s".formatted(rung, number));
        }

        /** A view is noted behind the last byte: what is asked next on the same connection is answered after that. */
        private void fetch(String path) {
            client.send("GET", "tube", path, null, null).expect(200);
            client.send("HEAD", "tube", path, null, null).expect(200);
        }
    }

    Watcher fan() {
        SignedInUser fan = program.users().fan();
        fan.client().withHeader("User-Agent", BROWSER);
        return new Watcher(program, fan.client(), fan.id()).assured();
    }

    /** Somebody without an account. */
    Watcher visitor() {
        return new Watcher(program, program.client()).assured();
    }

    /** Writes what came until now. */
    void write() {
        program.run("audience.write");
    }

    /** Lets that much time pass for the work's views. */
    void later(String work, String interval) {
        database().sql("""
                update audience.view set began_at = began_at - ?::interval, last_at = last_at - ?::interval where work = ?::uuid""").params(interval, interval, work).update();
    }

    /** Adds so many pieces of a film to what is shown of a picture, each in two sizes. */
    void makeFilm(String work, int pieces) {
        UUID upload = database()
                .sql("select upload from catalogue.release where work = ?::uuid")
                .param(work)
                .query(UUID.class)
                .single();
        for (String rung : List.of("720p", "360p")) {
            program.bean(RenditionKeeper.class)
                    .keep(
                            upload,
                            rung,
                            IntStream.rangeClosed(1, pieces)
                                    .mapToObj(number -> piece(rung, number))
                                    .toList());
        }
    }

    private static NewRendition piece(String rung, int number) {
        try {
            return new NewRendition(
                    "%s/%05d.m4s".formatted(rung, number),
                    RenditionKind.SEGMENT,
                    "video/mp4",
                    16,
                    9,
                    Files.writeString(Files.createTempFile("piece", ""), rung + number));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String objects(RunningFanz program) {
        return program.bean(Environment.class)
                .getProperty(
                        "fanz.objects.folder",
                        program.folder().resolve("objects").toString());
    }

    private JdbcClient database() {
        return JdbcClient.create(program.database().asOwner());
    }
}
