package network.fanz.security.identity.eligibility;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import network.fanz.common.InvalidField;
import network.fanz.common.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list: UTF-8, one {@code name,date of birth} on each line after the heading {@code name,born}. The date is written as 1970-12-31,
 * or left empty if unknown. A name with commas is in double quotes (RFC 4180). One bad line refuses the whole file.
 */
final class SanctionsFile {
    /** A request has no room for more. */
    private static final int LINES_MAX = 100_000;

    private static final int NAME_MAX = 300;

    private SanctionsFile() {}

    static List<SanctionedName> read(String csv) {
        List<String> lines = csv.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty() || !lines.getFirst().strip().equals("name,born")) {
            throw new InvalidField("csv", "The first line is the heading: name,born");
        }
        if (lines.size() < 2 || lines.size() > LINES_MAX) {
            throw new InvalidField("csv", "A list has 1 to 100000 names.");
        }
        List<SanctionedName> names = new ArrayList<>(lines.size());
        for (int i = 1; i < lines.size(); i++) {
            names.add(name(lines.get(i), i + 1));
        }
        return names;
    }

    private static SanctionedName name(String line, int number) {
        int comma = line.lastIndexOf(',');
        String name = comma < 0 ? "" : unquoted(line.substring(0, comma).strip());
        if (name.isEmpty() || name.length() > NAME_MAX || name.chars().noneMatch(Character::isLetter)) {
            throw new InvalidField(
                    "csv", Sentence.of("Line {0} is not a name, a comma and a date or nothing.", number));
        }
        return new SanctionedName(name, date(line.substring(comma + 1).strip(), number));
    }

    private static String unquoted(String field) {
        boolean quoted = field.length() >= 2 && field.startsWith("\"") && field.endsWith("\"");
        return quoted ? field.substring(1, field.length() - 1).replace("\"\"", "\"") : field;
    }

    private static @Nullable LocalDate date(String text, int number) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new InvalidField(
                    "csv", Sentence.of("Line {0} has a date that is not of the form 1970-12-31.", number));
        }
    }
}
