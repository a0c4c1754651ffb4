package network.fanz.finance.letters;

import java.util.Locale;

/** What a letter tells; of each payment one letter of a kind goes to an account. */
enum LetterKind {
    RECEIPT,
    GIVEN_BACK,
    SALE,
    SALE_GIVEN_BACK,
    PASS_ENDED,
    WORK_TAKEN_DOWN,
    TAKEN_BACK,
    ASKED_BACK,
    WITH_FINANCE,
    REQUEST_ENDED;

    /** How it is stored; it never changes. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
