package network.fanz.tidy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The licences that shipped parts come under, the one we would rather take first. */
enum Licence {
    APACHE_2("Apache-2.0", "apache.*2|asl 2"),
    MIT_0("MIT-0", "mit-0|mit no attribution"),
    MIT("MIT", "^(the )?(mit|bouncy castle).*"),
    BSD_0("0BSD", "^(0bsd|bsd-0.*|bsd zero.*)$"),
    ISC("ISC", "^isc.*"),
    BLUE_OAK("BlueOak-1.0.0", "^blueoak.*"),
    BSD_2("BSD-2-Clause", "bsd.*2|2.*bsd"),
    BSD_3("BSD-3-Clause", "bsd.*3|3.*bsd|edl|eclipse distribution|^(the )?(new )?bsd( licen[cs]e)?$"),
    POSTGRESQL("PostgreSQL", "postgresql"),
    UNICODE_3("Unicode-3.0", "unicode.*3"),
    CC0("CC0-1.0", "cc0|public domain"),
    EPL_2("EPL-2.0", "(epl|eclipse public).*2"),
    EPL_1("EPL-1.0", "(epl|eclipse public).*1"),
    MPL_2("MPL-2.0", "(mpl|mozilla).*2"),
    LGPL("LGPL-2.1-or-later", "lgpl|lesser general public"),
    GPL_WITH_EXCEPTION("GPL-2.0 with the classpath exception", "(gpl|general public).*(cpe|classpath|exception)");

    final String title;
    private final Pattern spelling;

    Licence(String title, String spelling) {
        this.title = title;
        this.spelling = Pattern.compile(spelling, Pattern.CASE_INSENSITIVE);
    }

    /** The one to take of those that an artifact offers; none if it offers only what we refuse, such as GPL or AGPL, or what we do not know. */
    static Optional<Licence> choice(List<String> offered) {
        return offered.stream().flatMap(name -> known(name).stream()).min(Comparator.naturalOrder());
    }

    private static Optional<Licence> known(String name) {
        boolean strict = Pattern.compile("(?i)\\bagpl|affero").matcher(name).find();
        return strict
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(licence ->
                                licence.spelling.matcher(name.strip()).find())
                        .findFirst();
    }
}
