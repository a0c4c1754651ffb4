package network.fanz.common;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name that others see. It can be read as it is written: everything in it can be seen, no word mixes alphabets that share shapes, and
 * it does not pass for the house. Names are not unique; what tells accounts apart is the id.
 *
 * @param text in normal form, as it is kept and shown
 */
public record PublicName(String text) {
    public static final int LENGTH_MAX = 50;

    private static final SpoofChecker SHAPES = new SpoofChecker.Builder().build();
    /** Alphabets with letters of the same shape; no language writes a word in two of them (UTS 39, 5.2). */
    private static final int[] LIKE_LATIN = {
        UScript.LATIN, UScript.CYRILLIC, UScript.GREEK, UScript.ARMENIAN, UScript.CHEROKEE, UScript.COPTIC, UScript.LISU
    };

    private static final Pattern BESIDE_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** Letters without their accents and in their plain form, however they are written. */
    private static final Transliterator PLAIN = Transliterator.getInstance("NFD; [:Mn:] Remove; Latin-ASCII");

    /** The house's own name: nobody else has it, whatever stands beside it. */
    private static final Set<String> HOUSE =
            shapes("fanz, fanz dash, fanz tube, fanz elite, fanz elite tube, fanz spicy, fanz spicy ai, fanz meet");

    /** Who speaks for the house, in each of its languages; compared by shape, without what is neither letter nor digit. */
    private static final Set<String> OF_THE_HOUSE = shapes("""
            administrator, administrators, admin, moderator, moderators, moderation, support, customer support, help desk, staff, operator,
            finance, finance staff, house, platform, site, payment provider, card provider, bank, deleted account,
            administratorin, administratoren, moderatorin, moderatoren, betreiber, kundendienst, kundensupport, kundenservice,
            kundenbetreuung, finanzteam, finanzabteilung, sicherheitsteam, hilfeteam, verwaltung, haus, plattform, zahlungsdienst,
            zahlungsanbieter, kartenanbieter, gelöschtes konto""");

    /** What is said beside such a name. */
    private static final Set<String> WORDS_OF_THE_HOUSE =
            Stream.concat(OF_THE_HOUSE.stream(), shapes("""
            account, ai, billing, customer, desk, elite, help, meet, of, official, our, payment, payments, provider, safety, security,
            service, spicy, team, the, this, trust, tube, your,
            das, dein, deine, dem, den, der, des, die, finanz, hilfe, ihre, konto, kunden, offiziell, sicherheit, team, unser, unsere,
            zahlung, zahlungen""").stream()).collect(Collectors.toUnmodifiableSet());

    private static Set<String> shapes(String names) {
        return Arrays.stream(names.split(",\\s+")).map(PublicName::skeleton).collect(Collectors.toUnmodifiableSet());
    }

    /** @throws InvalidField if it cannot be read as it is written, or passes for the house */
    public static PublicName of(String raw) {
        PublicName name = ofStaff(raw);
        if (passesForTheHouse(name.text())) {
            throw new InvalidField("name", "This name is the site’s own. Choose another.");
        }
        return name;
    }

    /** The name of somebody who may speak for the house. */
    public static PublicName ofStaff(String raw) {
        String text = VisibleText.normalOrEmpty(raw);
        if (text.isEmpty() || text.codePointCount(0, text.length()) > LENGTH_MAX) {
            throw new InvalidField(
                    "name", Sentence.of("A name has 1 to {0} characters, all of which can be seen.", LENGTH_MAX));
        }
        if (text.codePoints().noneMatch(point -> Character.isLetterOrDigit(point) || VisibleText.isPicture(point))) {
            throw new InvalidField("name", "A name has a letter, a digit or a picture.");
        }
        if (WebAddresses.in(text) || text.indexOf('@') >= 0) {
            throw new InvalidField("name", "A name is no address: leave out @ and /, and put a space behind a dot.");
        }
        for (String word : text.split("[^\\p{L}\\p{M}\\p{N}]+")) {
            if (alphabetsLikeLatin(word) > 1) {
                throw new InvalidField(
                        "name", "Write each word in one alphabet: this one has letters that look alike.");
            }
        }
        return new PublicName(text);
    }

    /** What names are searched by: the same for two names that differ in capitals, styles of letters or spaces alone. */
    public static String searchKey(String name) {
        return UCharacter.foldCase(
                Normalizer2.getNFKCCasefoldInstance().normalize(VisibleText.normalOrEmpty(name)), true);
    }

    /** Whether a reader would take it for the house's or its staff's: the house's name in it, a name of theirs, or nothing but such words. */
    static boolean passesForTheHouse(String text) {
        List<String> words = Arrays.stream(BESIDE_WORDS.split(compatible(text)))
                .filter(word -> !word.isEmpty())
                .map(PublicName::skeleton)
                .toList();
        return OF_THE_HOUSE.contains(skeleton(text))
                || HOUSE.contains(skeleton(text))
                || words.stream().anyMatch(HOUSE::contains)
                || (WORDS_OF_THE_HOUSE.containsAll(words) && words.stream().anyMatch(OF_THE_HOUSE::contains));
    }

    /** The same for all texts that look alike: accents, capitals and small letters, styles of letters, 0 and o, 1 and l and i. */
    private static String skeleton(String text) {
        String bare = BESIDE_WORDS.matcher(compatible(text)).replaceAll("");
        return SHAPES.getSkeleton(PLAIN.transliterate(bare))
                .toLowerCase(Locale.ROOT)
                .replace('i', 'l');
    }

    private static String compatible(String text) {
        return Normalizer2.getNFKCCasefoldInstance().normalize(text);
    }

    private static int alphabetsLikeLatin(String word) {
        BitSet found = new BitSet();
        word.codePoints().filter(UCharacter::isLetter).forEach(point -> {
            for (int script : LIKE_LATIN) {
                if (UScript.getScript(point) == script) {
                    found.set(script);
                }
            }
        });
        return found.cardinality();
    }

    /** Personal data: never in a log. */
    @Override
    public String toString() {
        return "PublicName";
    }
}
