package network.fanz.web.asset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.fanz.common.Brand;

/** The colours that a brand's tokens come to in one scheme, worked out as a browser does (CSS Color 5: light-dark and color-mix in OKLab). */
final class DesignTokens {
    private static final Pattern DECLARATION = Pattern.compile("(--[a-z0-9-]+):\\s*([^;]+);");
    private final Map<String, String> declared = new HashMap<>();
    private final boolean dark;

    DesignTokens(Brand brand, boolean dark) {
        this.dark = dark;
        read(source("css/tokens.css"));
        if (brand != Brand.AUTH) {
            read(source("css/brand-" + brand.label() + ".css"));
        }
    }

    private static String source(String name) {
        try {
            return Files.readString(
                    Path.of("src", "main", "resources", "assets").resolve(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void read(String css) {
        // Rules of media queries come last in the files, and only make contrast higher.
        String plain = css.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?s)@media.*", "");
        Matcher each = DECLARATION.matcher(plain);
        while (each.find()) {
            declared.put(each.group(1), each.group(2).strip());
        }
    }

    /** WCAG 2.2's ratio of relative luminances. */
    double contrast(String one, String other) {
        double first = luminance(colour("var(--" + one + ")"));
        double second = luminance(colour("var(--" + other + ")"));
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    /** Linear red, green and blue. */
    private double[] colour(String text) {
        String value = text.strip();
        if (value.startsWith("#")) {
            return hex(value);
        }
        List<String> arguments = arguments(value);
        if (value.startsWith("var(")) {
            return colour(declaration(arguments.getFirst()));
        }
        if (value.startsWith("light-dark(")) {
            return colour(arguments.get(dark ? 1 : 0));
        }
        if (value.startsWith("color-mix(")) {
            return mixed(arguments.get(1), arguments.get(2));
        }
        throw new IllegalArgumentException("A colour that this test cannot read: " + value);
    }

    private String declaration(String name) {
        String value = declared.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No such token: " + name);
        }
        return value;
    }

    private double[] mixed(String part, String rest) {
        int split = end(part);
        double share = percent(part.substring(split).strip());
        double[] first = lab(colour(part.substring(0, split)));
        double[] second = lab(colour(rest));
        double[] mix = new double[3];
        for (int at = 0; at < 3; at++) {
            mix[at] = share * first[at] + (1 - share) * second[at];
        }
        return linear(mix);
    }

    private double percent(String text) {
        if (text.startsWith("calc(")) {
            String[] factors = text.substring(5, text.length() - 1).split("\\*");
            return percent(factors[0].strip()) * Double.parseDouble(factors[1].strip());
        }
        return text.startsWith("var(")
                ? percent(declaration(arguments(text).getFirst()))
                : Double.parseDouble(text.replace("%", "")) / 100;
    }

    /** Where the colour at the text's beginning ends. */
    private static int end(String text) {
        int open = 0;
        for (int at = 0; at < text.length(); at++) {
            open += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
            if (open == 0 && text.charAt(at) == ' ') {
                return at;
            }
        }
        throw new IllegalArgumentException("A mix without a share: " + text);
    }

    private static List<String> arguments(String call) {
        List<String> found = new ArrayList<>();
        String inside = call.substring(call.indexOf('(') + 1, call.lastIndexOf(')'));
        int open = 0;
        int from = 0;
        for (int at = 0; at < inside.length(); at++) {
            char character = inside.charAt(at);
            open += character == '(' ? 1 : character == ')' ? -1 : 0;
            if (character == ',' && open == 0) {
                found.add(inside.substring(from, at).strip());
                from = at + 1;
            }
        }
        found.add(inside.substring(from).strip());
        return found;
    }

    private static double[] hex(String value) {
        double[] colour = new double[3];
        for (int at = 0; at < 3; at++) {
            double part = Integer.parseInt(value.substring(1 + 2 * at, 3 + 2 * at), 16) / 255.0;
            colour[at] = part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
        }
        return colour;
    }

    private static double luminance(double[] colour) {
        return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2];
    }

    private static double[] lab(double[] c) {
        double l = Math.cbrt(0.4122214708 * c[0] + 0.5363325363 * c[1] + 0.0514459929 * c[2]);
        double m = Math.cbrt(0.2119034982 * c[0] + 0.6806995451 * c[1] + 0.1073969566 * c[2]);
        double s = Math.cbrt(0.0883024619 * c[0] + 0.2817188376 * c[1] + 0.6299787005 * c[2]);
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        };
    }

    private static double[] linear(double[] lab) {
        double l = Math.pow(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2], 3);
        double m = Math.pow(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2], 3);
        double s = Math.pow(lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2], 3);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }
}
