package network.fanz.finance.letters;

import static network.fanz.common.Language.say;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import network.fanz.finance.payments.PaymentKind;

/** What creators are told of by letter unless they have switched it off. Money that leaves them is not among it: that is always told. */
public enum SellerNews {
    TIP("A tip", "Who left it, and your share of it"),
    PASS("A pass that was bought", "Who bought it, and your share of it"),
    WORK("A work that was bought", "Who bought it, and your share of it"),
    PASS_ENDED("A pass that has ended", "Whose pass is over and was not bought again");

    private final String title;
    private final String about;

    SellerNews(String title, String about) {
        this.title = title;
        this.about = about;
    }

    /** How it is stored and sent; it never changes. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is told of a payment of a kind. */
    static SellerNews ofSale(String kind) {
        return switch (PaymentKind.of(kind)) {
            case TIP -> TIP;
            case PASS -> PASS;
            case PPV -> WORK;
        };
    }

    /** Empty if there is none. */
    static Optional<SellerNews> of(String code) {
        return Arrays.stream(values()).filter(news -> news.code().equals(code)).findFirst();
    }

    public String title() {
        return say(title);
    }

    public String about() {
        return say(about);
    }
}
