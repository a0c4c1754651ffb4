package network.fanz.tools.walkthrough;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The letters of a program that is tried out on one machine, as whoever sits at it reads them. Anywhere else letters leave the program
 * and there is no such page, or, behind a proxy, it asks for a sign-in.
 */
record LetterBox(ProgramClient reader) {
    private static final String BOX = "/mailbox";
    private static final int OK = 200;
    private static final int PAGES_MAX = 10;
    private static final Pattern LINE = Pattern.compile(
            "href=\"(/mailbox/[0-9a-f-]{36})\">.*?<strong>([^<]*)</strong>\\s*<span[^>]*>([^,<]*),", Pattern.DOTALL);
    private static final Pattern NEXT = Pattern.compile("href=\"(/mailbox\\?after=[0-9a-f-]{36})\"");
    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]{16,})");

    /** Whether letters stay where this walk can read them. */
    boolean isHere() {
        HttpAnswer box = reader.get("auth", BOX);
        return box.status() == OK && box.path().equals(BOX);
    }

    /** The newest letter to this address whose subject ends so and whose text holds that. */
    Optional<String> letter(String to, String subject, String holds) {
        String path = BOX;
        for (int page = 0; page < PAGES_MAX && path != null; page++) {
            String shown = reader.get("auth", path).expect(OK).body();
            Matcher line = LINE.matcher(shown);
            while (line.find()) {
                if (line.group(3).strip().equals(to) && line.group(2).strip().endsWith(subject)) {
                    String letter = reader.get("auth", line.group(1)).expect(OK).body();
                    if (letter.contains(holds)) {
                        return Optional.of(letter);
                    }
                }
            }
            path = next(shown);
        }
        return Optional.empty();
    }

    /** The token of the newest letter to this address that has one. */
    Optional<String> token(String to) {
        return letter(to, "", "token=")
                .map(TOKEN::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }

    private static @Nullable String next(String page) {
        Matcher next = NEXT.matcher(page);
        return next.find() ? next.group(1) : null;
    }
}
