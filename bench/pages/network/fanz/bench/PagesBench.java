package network.fanz.bench;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import network.fanz.web.PaintTimes;

/** How long people on a phone with a slow line look at nothing: every page of the front ends, opened once with empty pockets. */
public final class PagesBench {
    private static final double GOAL_MS = 800;
    private static final int SHOWN = 10;

    private PagesBench() {}

    /** Ends with 1 if a page misses the goal. */
    public static void main(String... arguments) throws IOException {
        PaintTimes paints = new PaintTimes();
        paints.ofEveryPage();
        System.out.println("the server is warm");
        double nothing = paints.ofNothing();
        Map<String, Double> times = paints.ofEveryPage();
        List<Map.Entry<String, Double>> slowest = times.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .toList();
        double median = slowest.stream()
                .map(Map.Entry::getValue)
                .sorted(Comparator.naturalOrder())
                .skip(times.size() / 2)
                .findFirst()
                .orElseThrow();
        double worst = slowest.getFirst().getValue();
        System.out.printf(
                "%d pages: middle %.0f ms, slowest %.0f ms, goal %.0f at most; a few words without style %.0f ms%n",
                times.size(), median, worst, GOAL_MS, nothing);
        slowest.stream()
                .limit(SHOWN)
                .forEach(page -> System.out.printf("%8.0f ms  %s%n", page.getValue(), page.getKey()));
        BenchFigures figures = new BenchFigures();
        figures.put("pages.lcp_middle_ms", median);
        figures.put("pages.lcp_slowest_ms", worst);
        figures.put("pages.lcp_slowest_over_nothing", worst / nothing);
        figures.writeFor(arguments);
        boolean allPainted = times.values().stream().allMatch(time -> time > 0);
        System.exit(allPainted && worst <= GOAL_MS ? 0 : 1);
    }
}
