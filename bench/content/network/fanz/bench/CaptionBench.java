package network.fanz.bench;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import network.fanz.content.intelligence.text.TextChecks;

/** How many captions a second are looked at on one thread. */
final class CaptionBench {
    private static final int CAPTIONS = 3_000;
    private static final int WARM_UPS = 1_000;
    private static final int WORDS = 40;
    private static final double A_SECOND_MIN = 150;
    private static final double NANOS_A_SECOND = 1e9;

    /** Harmless ones, such as look like numbers, and such as are found; some in other scripts. */
    private static final List<String> VOCABULARY = Stream.of(
                    "an evening by the sea in summer with friends and wine part two of twelve filmed at 60 fps in 2026",
                    "ein Abend am Meer für alle ab 18 mit schöner Musik und Tanz Überraschung größer",
                    "вечер у моря с друзьями 海辺の夕べ",
                    "@anna telegram paypal 12.50 0170 1234567 t.e.l.e.g.r.a.m anna@example.com")
            .flatMap(line -> Stream.of(line.split(" ")))
            .toList();

    private CaptionBench() {}

    /** @return whether the goal is met */
    static boolean measure(BenchFigures figures, Random chance) {
        TextChecks checks = new TextChecks();
        List<String> captions = IntStream.range(0, CAPTIONS + WARM_UPS)
                .mapToObj(number -> caption(chance))
                .toList();
        captions.subList(0, WARM_UPS).forEach(caption -> checks.look(caption, Instant.EPOCH));
        long begun = System.nanoTime();
        captions.subList(WARM_UPS, captions.size()).forEach(caption -> checks.look(caption, Instant.EPOCH));
        double aSecond = CAPTIONS / ((System.nanoTime() - begun) / NANOS_A_SECOND);
        System.out.printf("captions     %.0f a second%n", aSecond);
        figures.put("content.captions_per_s", aSecond);
        return aSecond >= A_SECOND_MIN;
    }

    private static String caption(Random chance) {
        return IntStream.range(0, WORDS)
                .mapToObj(word -> VOCABULARY.get(chance.nextInt(VOCABULARY.size())))
                .collect(Collectors.joining(" "));
    }
}
