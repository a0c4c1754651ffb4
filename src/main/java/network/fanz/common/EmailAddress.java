package network.fanz.common;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.Normalizer2;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An email address that a mail server accepts, in the one form in which the house keeps, compares and writes to it. The part before the
 * {@code @} is in normal form KC (RFC 6532); the domain is in its ASCII form (IDNA by UTS 46, non-transitional). Whatever two people
 * type for the same mailbox gives the same {@link #key}.
 *
 * @param mailbox where letters go; capitals before the {@code @} stay as they were typed
 * @param key what addresses are compared by: the same without capitals
 */
public record EmailAddress(String mailbox, String key) {
    /** RFC 5321, 4.5.3.1; the whole as RFC 3696's erratum 1690 has it. In bytes. */
    private static final int LOCAL_MAX = 64;

    private static final int WHOLE_MAX = 254;

    /** RFC 5322's dot-atom with RFC 6531's letters. Quoted parts are left out: hardly a server gives out such an address. */
    private static final Pattern LOCAL = Pattern.compile(
            "[a-zA-Z0-9!#$%&'*+/=?^_`{|}~\\-\\P{ASCII}]+(\\.[a-zA-Z0-9!#$%&'*+/=?^_`{|}~\\-\\P{ASCII}]+)*");

    /** At least two labels; the last has a letter, so an IP address is no domain. */
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+(?=[a-z0-9-]*[a-z])[a-z0-9][a-z0-9-]*[a-z0-9]");

    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.CHECK_CONTEXTO
            | IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE);

    /**
     * @param field as the caller's request names it
     * @throws InvalidField if no mail server would accept the address, or it holds what cannot be seen
     */
    public static EmailAddress of(String field, String raw) {
        return parse(raw).orElseThrow(() -> new InvalidField(field, "This is not an email address."));
    }

    /** Empty if no mail server would accept the text. */
    public static Optional<EmailAddress> parse(String raw) {
        String text = raw.strip();
        int at = text.lastIndexOf('@');
        if (at < 1 || text.length() > WHOLE_MAX || text.codePoints().anyMatch(VisibleText::isHidden)) {
            return Optional.empty();
        }
        String local = Normalizer2.getNFKCInstance().normalize(text.substring(0, at));
        String domain = asciiDomain(text.substring(at + 1));
        String mailbox = local + "@" + domain;
        boolean good = LOCAL.matcher(local).matches()
                && local.codePoints().noneMatch(point -> VisibleText.isHidden(point) || Character.isSpaceChar(point))
                && !mixesDirections(local)
                && DOMAIN.matcher(domain).matches()
                && bytes(local) <= LOCAL_MAX
                && bytes(mailbox) <= WHOLE_MAX;
        return good ? Optional.of(new EmailAddress(mailbox, lower(local) + "@" + domain)) : Optional.empty();
    }

    /**
     * What letters are counted by that somebody else causes: many servers put what stands after a plus sign before the {@code @} into the same
     * mailbox (RFC 5233). Nobody is known by it.
     */
    public String countedBy() {
        String local = localKey();
        int plus = local.indexOf('+');
        return plus < 1 ? key : local.substring(0, plus) + key.substring(key.lastIndexOf('@'));
    }

    /** The part before the {@code @}, as it is compared. */
    public String localKey() {
        return key.substring(0, key.lastIndexOf('@'));
    }

    /** Lower-casing may undo the normal form, so it is restored. */
    private static String lower(String local) {
        return Normalizer2.getNFKCInstance().normalize(local.toLowerCase(Locale.ROOT));
    }

    private static String asciiDomain(String domain) {
        IDNA.Info info = new IDNA.Info();
        String ascii = UTS46.nameToASCII(domain, new StringBuilder(), info).toString();
        return info.hasErrors() ? "" : ascii;
    }

    /** A part with letters of both directions is shown in another order than it is stored in. */
    private static boolean mixesDirections(String local) {
        boolean leftToRight = false;
        boolean rightToLeft = false;
        for (int point : local.codePoints().toArray()) {
            byte direction = Character.getDirectionality(point);
            leftToRight |= direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
            rightToLeft |= direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        }
        return leftToRight && rightToLeft;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Personal data: never in a log. */
    @Override
    public String toString() {
        return "EmailAddress";
    }
}
