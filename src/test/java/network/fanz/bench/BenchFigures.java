package network.fanz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A bench's results by name, as {@code --json FILE} writes them: {@code {"figures": {"name": number}}}. */
public final class BenchFigures {
    private final Map<String, Double> figures = new LinkedHashMap<>();

    public void put(String name, double value) {
        figures.put(name, value);
    }

    public double get(String name) {
        return figures.get(name);
    }

    /** Writes the file that the arguments name, if they name one. */
    public void writeFor(String... arguments) throws IOException {
        for (int place = 0; place < arguments.length - 1; place++) {
            if (arguments[place].equals("--json")) {
                Files.writeString(Path.of(arguments[place + 1]), json());
            }
        }
    }

    String json() {
        return figures.entrySet().stream()
                .map(figure -> String.format(Locale.ROOT, "    \"%s\": %.4g", figure.getKey(), figure.getValue()))
                .map(BenchFigures::plain)
                .collect(Collectors.joining(",\n", "{\n  \"figures\": {\n", "\n  }\n}\n"));
    }

    private static String plain(String line) {
        int colon = line.indexOf(": ");
        double value = Double.parseDouble(line.substring(colon + 2));
        return line.substring(0, colon + 2) + new java.math.BigDecimal(Double.toString(value)).toPlainString();
    }
}
