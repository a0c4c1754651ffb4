package network.fanz.tidy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Compares the changes that no test noticed with the list that says of each why none should. {@code ./fanz mutate} runs it from its
 * source, with PIT's report and the list. It fails on a survivor that is not listed, on a row without a survivor, and on a package where
 * too few changes are noticed. A row names class, method, change and place among equal changes of the method, so that it stays true when
 * lines move.
 */
final class SurvivingMutants {
    private static final int NOTICED_PERCENT_MIN = 85;
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| ([^|]+) \\| (\\d+) \\| ([^|]+) \\|");
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(\\w+)\\$\\d+");
    private static final String HOUSE = "network.fanz.";

    private SurvivingMutants() {}

    record Mutant(String type, String method, String change, int line, int index, boolean noticed) {
        String room() {
            return type.substring(HOUSE.length(), type.lastIndexOf('.'));
        }

        /** Without what moves: the package, the numbers of lambdas, and the lines. */
        String place() {
            String simple = type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
            return "`%s.%s` | %s".formatted(simple, LAMBDA.matcher(method).replaceAll("$1"), change);
        }
    }

    public static void main(String[] files) throws IOException, ParserConfigurationException, SAXException {
        List<Mutant> mutants = read(Path.of(files[0]));
        shares(mutants).forEach(System.err::println);
        List<String> faults = faults(mutants, Files.readAllLines(Path.of(files[1])));
        faults.forEach(System.err::println);
        System.exit(faults.isEmpty() ? 0 : 1);
    }

    /** How many changes the tests notice in each package. */
    private static List<String> shares(List<Mutant> mutants) {
        List<String> shares = new ArrayList<>();
        rooms(mutants).forEach((room, its) -> {
            long noticed = its.stream().filter(Mutant::noticed).count();
            shares.add("%s: %d of %d changes noticed, %d %%"
                    .formatted(room, noticed, its.size(), noticed * 100 / its.size()));
        });
        return shares;
    }

    /** @param list the lines of the list of survivors */
    static List<String> faults(List<Mutant> mutants, List<String> list) {
        List<String> faults = new ArrayList<>();
        rooms(mutants).forEach((room, its) -> {
            if (its.stream().filter(Mutant::noticed).count() * 100 < (long) NOTICED_PERCENT_MIN * its.size()) {
                faults.add(room + ": the tests must notice " + NOTICED_PERCENT_MIN + " % of all changes");
            }
        });
        Set<String> survivors = survivors(mutants);
        Set<String> listed = listed(list);
        survivors.stream()
                .filter(survivor -> !listed.contains(survivor))
                .forEach(survivor -> faults.add("Noticed by no test, and not listed: | " + survivor + " | why |"));
        listed.stream()
                .filter(row -> !survivors.contains(row))
                .forEach(row -> faults.add("Listed, and a test notices it or it is gone: | " + row + " |"));
        return faults;
    }

    private static Map<String, List<Mutant>> rooms(List<Mutant> mutants) {
        return mutants.stream().collect(Collectors.groupingBy(Mutant::room, TreeMap::new, Collectors.toList()));
    }

    private static Set<String> survivors(List<Mutant> mutants) {
        Map<String, Integer> counted = new HashMap<>();
        Set<String> survivors = new LinkedHashSet<>();
        for (Mutant mutant : mutants) {
            int number = counted.merge(mutant.place(), 1, Integer::sum);
            if (!mutant.noticed()) {
                survivors.add(mutant.place() + " | " + number);
            }
        }
        return survivors;
    }

    private static Set<String> listed(List<String> lines) {
        Set<String> rows = new LinkedHashSet<>();
        for (String line : lines) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.add("`%s` | %s | %s".formatted(row.group(1), row.group(2).strip(), row.group(3)));
            }
        }
        return rows;
    }

    static List<Mutant> read(Path report) throws IOException, ParserConfigurationException, SAXException {
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
        parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        NodeList elements = parsers.newDocumentBuilder().parse(report.toFile()).getElementsByTagName("mutation");
        List<Mutant> mutants = new ArrayList<>();
        for (int place = 0; place < elements.getLength(); place++) {
            mutants.add(mutant((Element) elements.item(place)));
        }
        mutants.sort(Comparator.comparing(Mutant::type)
                .thenComparingInt(Mutant::line)
                .thenComparingInt(Mutant::index));
        return mutants;
    }

    private static Mutant mutant(Element element) {
        String change = text(element, "description")
                .replaceAll(" for [\\w/$]+::.*", "")
                .replaceAll("[\\w/]+/(\\w+)::(\\w+)", "$1.$2")
                .replaceAll("[^\\x21-\\x7b\\x7d-\\x7e]+", " ");
        return new Mutant(
                text(element, "mutatedClass"),
                text(element, "mutatedMethod"),
                change,
                Integer.parseInt(text(element, "lineNumber")),
                Integer.parseInt(text(element, "index")),
                Boolean.parseBoolean(element.getAttribute("detected")));
    }

    private static String text(Element element, String name) {
        return element.getElementsByTagName(name).item(0).getTextContent().strip();
    }
}
