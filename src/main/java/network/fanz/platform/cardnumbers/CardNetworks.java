package network.fanz.platform.cardnumbers;

import java.util.List;

/**
 * Which digits a network gives to its cards: how they begin (issuer identification number, ISO/IEC 7812-1), how many there are, and the
 * check digit (Luhn). Numbers of airlines' travel accounts begin with 1 as most times and counters do; they count only in printed groups.
 */
final class CardNetworks {
    private static final int DIGITS_MIN = 12;
    private static final int DIGITS_MAX = 19;
    private static final int HEAD = 6;

    private static final List<CardRange> RANGES = List.of(
            // Visa, with Dankort and Elo inside it
            new CardRange(400000, 499999, 13, 13),
            new CardRange(400000, 499999, 16, 16),
            new CardRange(400000, 499999, 19, 19),
            // Mastercard
            new CardRange(510000, 559999, 16, 16),
            new CardRange(222100, 272099, 16, 16),
            // American Express
            new CardRange(340000, 349999, 15, 15),
            new CardRange(370000, 379999, 15, 15),
            // Diners Club
            new CardRange(300000, 305999, 14, 16),
            new CardRange(309500, 309599, 14, 16),
            new CardRange(360000, 369999, 14, 14),
            new CardRange(380000, 399999, 14, 16),
            // Discover, UnionPay, RuPay
            new CardRange(601100, 601199, 16, 19),
            new CardRange(620000, 629999, 16, 19),
            new CardRange(644000, 659999, 16, 19),
            new CardRange(810000, 829999, 16, 19),
            new CardRange(508000, 508999, 16, 16),
            new CardRange(600000, 609999, 16, 16),
            new CardRange(353000, 353999, 16, 16),
            new CardRange(356000, 356999, 16, 16),
            // JCB
            new CardRange(352800, 358999, 16, 19),
            // Maestro, Laser, Switch, Solo
            new CardRange(501800, 501899, 12, 19),
            new CardRange(501900, 501999, 16, 16),
            new CardRange(502000, 502099, 12, 19),
            new CardRange(503800, 503899, 12, 19),
            new CardRange(561000, 561299, 12, 19),
            new CardRange(564182, 564182, 16, 19),
            new CardRange(589300, 589399, 12, 19),
            new CardRange(630400, 630499, 12, 19),
            new CardRange(633100, 633499, 16, 19),
            new CardRange(639000, 639099, 12, 19),
            new CardRange(670000, 679999, 12, 19),
            // Mir, Troy, Elo, Hipercard, Verve, InstaPayment, Uzcard, Humo, Napas
            new CardRange(220000, 220599, 16, 19),
            new CardRange(979200, 979299, 16, 16),
            new CardRange(504175, 504175, 16, 16),
            new CardRange(506099, 506198, 16, 19),
            new CardRange(506699, 506778, 16, 16),
            new CardRange(507800, 507999, 16, 19),
            new CardRange(509000, 509999, 16, 16),
            new CardRange(636000, 638999, 16, 19),
            new CardRange(384100, 384199, 16, 19),
            new CardRange(560221, 560225, 16, 16),
            new CardRange(860000, 860099, 16, 16),
            new CardRange(986000, 986099, 16, 16),
            new CardRange(970400, 970499, 16, 19));

    private static final CardRange TRAVEL = new CardRange(100000, 199999, 15, 15);

    /** Cards of one network begin with six digits from one number to another, and have so many in all. */
    private record CardRange(int from, int to, int shortest, int longest) {
        boolean holds(int head, int length) {
            return head >= from && head <= to && length >= shortest && length <= longest;
        }
    }

    private CardNetworks() {}

    /** @param printed whether the digits stand in groups, as they are printed on a card */
    static boolean issue(CharSequence digits, boolean printed) {
        int length = digits.length();
        if (length < DIGITS_MIN || length > DIGITS_MAX) {
            return false;
        }
        int head = Integer.parseInt(digits, 0, HEAD, 10);
        return (isKnown(head, length) || (printed && TRAVEL.holds(head, length))) && checkDigitIsRight(digits);
    }

    private static boolean isKnown(int head, int length) {
        for (CardRange range : RANGES) {
            if (range.holds(head, length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean checkDigitIsRight(CharSequence digits) {
        int sum = 0;
        for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
            int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
            int doubled = fromRight % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
