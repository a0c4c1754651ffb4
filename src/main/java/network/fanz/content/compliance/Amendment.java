package network.fanz.content.compliance;

/**
 * Why a record says something else than before.
 *
 * @param why what was wrong, or has changed
 * @param evidence what shows it, such as a certificate of marriage and its number
 */
public record Amendment(String why, String evidence) {
    /** @throws network.fanz.common.InvalidField if one is empty or too long, or holds what cannot be seen or a card number */
    public static String words(String field, String typed) {
        return RecordText.words(field, typed);
    }

    /** Personal data: never in a log. */
    @Override
    public String toString() {
        return "Amendment";
    }
}
