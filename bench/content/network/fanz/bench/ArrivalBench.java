package network.fanz.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestUploads;
import network.fanz.tools.walkthrough.SentFile;
import network.fanz.tools.walkthrough.SignedInUser;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long software takes for a picture that has come, from its first byte to its verdict; and how fast large files come in. */
final class ArrivalBench {
    private static final double GOAL_MILLIS = 600;
    private static final double GOAL_PICTURES = 8;
    private static final double GOAL_MEGABYTES = 100;
    private static final int ONE_BY_ONE = 60;
    private static final int TOGETHER = 120;
    private static final int WARM_UPS = 10;
    /** Two million pixels. */
    private static final int WIDTH = 1632;

    private static final int HEIGHT = 1224;
    private static final int SHAPES = 400;
    private static final int COLOURS = 0x1000000;
    private static final byte[] HEAD_OF_A_FILM =
            "\0\0\0\030ftypisom\0\0\2\0isomiso2".getBytes(StandardCharsets.ISO_8859_1);

    private static final int PIECE = 16 << 20;
    private static final int PIECES = 48;
    private static final double MEGABYTE = 1e6;
    private static final double NANOS_A_MILLI = 1e6;
    private static final double NANOS_A_SECOND = 1e9;
    private static final double SLOW = 0.95;
    private static final long HEAP_GROWTH_MAX = 64 << 20;

    private final RunningFanz program;
    private final SignedInUser creator;
    private final Random chance;
    private final JdbcClient owner;

    private ArrivalBench(RunningFanz program, Random chance) {
        this.program = program;
        this.creator = program.users().verifiedCreator();
        this.chance = chance;
        this.owner = JdbcClient.create(program.database().asOwner());
    }

    /** @return whether the goals are met */
    static boolean measure(BenchFigures figures, Random chance) throws IOException {
        try (RunningFanz program = RunningFanz.start("--fanz.media.begun-per-day=1000")) {
            ArrivalBench bench = new ArrivalBench(program, chance);
            double slow = bench.oneByOne();
            double perSecond = bench.together();
            figures.put("content.image_p95_ms", slow);
            figures.put("content.images_per_s", perSecond);
            double megabytes = bench.large();
            figures.put("content.tus_mb_per_s", megabytes);
            return slow <= GOAL_MILLIS && perSecond >= GOAL_PICTURES && megabytes >= GOAL_MEGABYTES;
        }
    }

    private double oneByOne() throws IOException {
        double[] millis = new double[ONE_BY_ONE];
        for (int picture = -WARM_UPS; picture < ONE_BY_ONE; picture++) {
            byte[] file = picture();
            long begun = System.nanoTime();
            await(List.of(begin(file)));
            if (picture >= 0) {
                millis[picture] = (System.nanoTime() - begun) / NANOS_A_MILLI;
            }
        }
        Arrays.sort(millis);
        double slow = millis[(int) (ONE_BY_ONE * SLOW)];
        System.out.printf(
                "pictures     of two million pixels: p50 %.0f ms, p95 %.0f ms from the first byte to the verdict%n",
                millis[ONE_BY_ONE / 2], slow);
        return slow;
    }

    private double together() throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (int picture = 0; picture < TOGETHER; picture++) {
            files.add(picture());
        }
        long begun = System.nanoTime();
        await(files.stream().map(this::begin).toList());
        double perSecond = TOGETHER / ((System.nanoTime() - begun) / NANOS_A_SECOND);
        System.out.printf("pictures     %d sent one after the other: %.1f a second%n", TOGETHER, perSecond);
        return perSecond;
    }

    private UUID begin(byte[] file) {
        UUID upload = TestUploads.whole(program, creator, file);
        return UUID.fromString(creator.client()
                .api("POST", "/api/v1/works", Map.of("upload", upload.toString(), "title", "Measured"))
                .expect(201)
                .text("id"));
    }

    /** Until software has said what it says, of each: then it waits for what its creator has to say of the people in it. */
    private void await(List<UUID> works) {
        long until = System.nanoTime() + (long) (120 * NANOS_A_SECOND);
        while (judged(works) < works.size()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("Not all were looked at: "
                        + owner.sql(
                                        "select state || ' ' || coalesce(held_in, '') || ' ' || coalesce(cause, '') || ' ' || count(*) from catalogue.release group by state, held_in, cause")
                                .query(String.class)
                                .list());
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    private int judged(List<UUID> works) {
        return owner.sql("""
                        select count(*) from catalogue.release where work = any(?)
                           and coalesce(held_in, state) in ('SIGNALLED', 'RECORDS', 'REVIEW')""")
                .param(works.toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }

    private double large() {
        byte[] piece = new byte[PIECE];
        chance.nextBytes(piece);
        System.arraycopy(HEAD_OF_A_FILM, 0, piece, 0, HEAD_OF_A_FILM.length);
        SentFile sent = new SentFile(program.address(), creator);
        UUID upload = sent.begin(piece, (PIECES + 1L) * PIECE);
        long before = heap();
        long begun = System.nanoTime();
        for (int number = 1; number <= PIECES; number++) {
            sent.goOn(upload, (long) number * PIECE, piece);
        }
        double megabytes = PIECES * PIECE / MEGABYTE / ((System.nanoTime() - begun) / NANOS_A_SECOND);
        long grown = heap() - before;
        System.out.printf(
                "files        %.0f MB a second in pieces of %d MB; the heap grew by %d MB%n",
                megabytes, PIECE >> 20, grown >> 20);
        return grown > HEAP_GROWTH_MAX ? 0 : megabytes;
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        for (int shape = 0; shape < SHAPES; shape++) {
            pen.setColor(new Color(chance.nextInt(COLOURS)));
            pen.fillOval(
                    chance.nextInt(WIDTH),
                    chance.nextInt(HEIGHT),
                    chance.nextInt(HEIGHT / 4),
                    chance.nextInt(HEIGHT / 4));
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }
}
