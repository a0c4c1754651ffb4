package network.fanz.content.intelligence.text;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How somebody could be reached elsewhere. Every pattern is bounded, so no text takes long. */
final class ContactDetails {
    private static final double NUMBER = 0.9;
    private static final int TRIES_MAX = 50;

    /** As numbers are written where no country stands before them. */
    private static final List<String> COUNTRIES = List.of("US", "GB", "DE");

    private static final String MESSENGERS =
            "telegram|tele|tg|whatsapp|wa|snapchat|snap|sc|instagram|insta|ig|kik|discord|skype|signal|wickr|wechat|viber|twitter|onlyfans|of";

    private static final Map<Pattern, Double> PATTERNS = Map.of(
            Pattern.compile(
                    "[\\w.+-]{1,64} ?(?:@|\\(at\\)|\\[at\\]|\\{at\\}) ?[\\w-]{1,63} ?(?:\\.|\\(dot\\)|\\[dot\\]|\\{dot\\}) ?[a-z]{2,24}"),
            1.0,
            Pattern.compile("[\\w.+-]{2,64} (?:at) [\\w-]{2,63} (?:dot|punkt) [a-z]{2,24}"),
            0.9,
            Pattern.compile("\\b(?:" + MESSENGERS + ")(?: is| name| handle)? ?[:=@>-]+ ?@?[\\w.]{3,30}"),
            0.9,
            Pattern.compile("(?:https?://|www\\.)[\\w-]{1,63}(?:\\.[\\w-]{1,63}){0,5}"),
            0.8,
            Pattern.compile("\\b[\\w-]{2,63}\\.(?:com|net|org|me|link|app|io|tv|co|xxx|de|uk|ly|gg|bio|fans|ee|to)\\b"),
            0.7,
            Pattern.compile("(?<![\\w@.])@[\\w.]{3,30}"),
            0.5);

    private ContactDetails() {}

    /** How sure it is that some stand in the text, from 0 to 1. */
    static double in(String folded) {
        double patterns = PATTERNS.entrySet().stream()
                .filter(pattern -> pattern.getKey().matcher(folded).find())
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElse(0);
        return patterns < NUMBER && hasNumber(folded) ? NUMBER : patterns;
    }

    private static boolean hasNumber(String folded) {
        return COUNTRIES.stream()
                .anyMatch(country -> PhoneNumberUtil.getInstance()
                        .findNumbers(folded, country, Leniency.VALID, TRIES_MAX)
                        .iterator()
                        .hasNext());
    }
}
