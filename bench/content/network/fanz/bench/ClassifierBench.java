package network.fanz.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import network.fanz.content.intelligence.classifier.PictureClass;
import network.fanz.content.intelligence.classifier.PictureClassifier;
import network.fanz.content.intelligence.classifier.PictureModel;
import network.fanz.content.intelligence.classifier.PictureOpinion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How long the first model takes for a picture on one thread, and how far both are from what their originals say. */
final class ClassifierBench {
    private static final int WARM_UPS = 2;
    private static final int ROUNDS = 10;
    private static final double MILLIS_MAX = 30;
    private static final double DIFFERENCE_MAX = 1e-3;
    private static final double NANOS_A_MILLI = 1e6;

    private final PictureClassifier classifier;
    private final JsonNode golden;

    private ClassifierBench(Path data) throws IOException {
        this.classifier = new PictureClassifier(data, Duration.ofSeconds(10));
        this.golden = JsonMapper.shared().readTree(read("/intelligence/golden.json"));
    }

    /** @return whether both goals are met */
    static boolean measure(BenchFigures figures) throws IOException {
        Path data = Files.createTempDirectory("fanz-bench");
        ClassifierBench bench = new ClassifierBench(data);
        double difference = 0;
        for (PictureModel model : PictureModel.values()) {
            for (Map.Entry<String, JsonNode> drawing : bench.drawings(model)) {
                difference = Math.max(difference, bench.difference(model, drawing));
            }
        }
        double millis = bench.millis();
        System.out.printf("classifier   p50 %.1f ms, largest difference from its original %.2g%n", millis, difference);
        figures.put("content.classifier_p50_ms", millis);
        figures.put("content.classifier_max_dp", difference);
        return millis <= MILLIS_MAX && difference <= DIFFERENCE_MAX;
    }

    private double difference(PictureModel model, Map.Entry<String, JsonNode> drawing) throws IOException {
        PictureOpinion opinion = classifier.opinion(model, picture(drawing.getKey()));
        double difference = 0;
        for (PictureClass kind : PictureClass.values()) {
            double original = drawing.getValue()
                    .path(kind.name().toLowerCase(Locale.ROOT))
                    .asDouble();
            difference = Math.max(difference, Math.abs(original - opinion.of(kind)));
        }
        return difference;
    }

    private double millis() throws IOException {
        List<Map.Entry<String, JsonNode>> drawings = drawings(PictureModel.MOBILENET);
        double[] millis = new double[ROUNDS * drawings.size()];
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            for (int drawing = 0; drawing < drawings.size(); drawing++) {
                BufferedImage picture = picture(drawings.get(drawing).getKey());
                long begun = System.nanoTime();
                classifier.opinion(PictureModel.MOBILENET, picture);
                if (round >= 0) {
                    millis[round * drawings.size() + drawing] = (System.nanoTime() - begun) / NANOS_A_MILLI;
                }
            }
        }
        Arrays.sort(millis);
        return millis[millis.length / 2];
    }

    private List<Map.Entry<String, JsonNode>> drawings(PictureModel model) {
        return golden.path(model.name()).propertyStream().toList();
    }

    private static BufferedImage picture(String name) throws IOException {
        try (InputStream file = ClassifierBench.class.getResourceAsStream("/pdq/" + name)) {
            return ImageIO.read(file);
        }
    }

    private static byte[] read(String resource) throws IOException {
        try (InputStream file = ClassifierBench.class.getResourceAsStream(resource)) {
            return file.readAllBytes();
        }
    }
}
