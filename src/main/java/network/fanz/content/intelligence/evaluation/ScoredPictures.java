package network.fanz.content.intelligence.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What the models have scored, beside what people say. A rate of a class of which there is no picture is not measured. */
record ScoredPictures(List<ScoredPicture> all) {
    private static final int THRESHOLDS = 20;
    private static final String NOT_MEASURED = "not measured";

    ScoredPictures {
        all = List.copyOf(all);
    }

    /** @param score how explicit, from 0 to 1 */
    record ScoredPicture(double score, boolean explicit, String slice) {}

    /**
     * What a threshold does.
     *
     * @param missed explicit ones below it
     * @param alarms others at it or above
     */
    record AtThreshold(double threshold, int found, int missed, int alarms, int passed) {
        String foundRate() {
            return rate(found, missed);
        }

        String alarmRate() {
            return rate(alarms, passed);
        }

        private static String rate(int part, int rest) {
            return part + rest == 0 ? NOT_MEASURED : String.format(Locale.ROOT, "%.4f", (double) part / (part + rest));
        }
    }

    /** From 0 to 1, evenly: the points of the curve. */
    List<AtThreshold> thresholds() {
        return IntStream.rangeClosed(0, THRESHOLDS)
                .mapToObj(step -> at((double) step / THRESHOLDS))
                .toList();
    }

    AtThreshold at(double threshold) {
        int[] counts = new int[4];
        for (ScoredPicture one : all) {
            counts[(one.explicit() ? 0 : 2) + (one.score() >= threshold ? 0 : 1)]++;
        }
        return new AtThreshold(threshold, counts[0], counts[1], counts[2], counts[3]);
    }

    ScoredPictures of(String slice) {
        return new ScoredPictures(
                all.stream().filter(one -> one.slice().equals(slice)).toList());
    }

    List<String> slices() {
        return all.stream()
                .map(ScoredPicture::slice)
                .filter(slice -> !slice.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** A table for a terminal. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                "%9s %7s %7s %7s %7s  %12s %12s",
                "threshold", "found", "missed", "alarms", "passed", "true rate", "alarm rate"));
        for (AtThreshold at : thresholds()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%9.2f %7d %7d %7d %7d  %12s %12s",
                    at.threshold(),
                    at.found(),
                    at.missed(),
                    at.alarms(),
                    at.passed(),
                    at.foundRate(),
                    at.alarmRate()));
        }
        return lines;
    }
}
