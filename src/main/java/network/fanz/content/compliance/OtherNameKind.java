package network.fanz.content.compliance;

import java.util.Locale;
import network.fanz.common.Sentence;

/** What another name of a person is or was, as 28 CFR 75.2(a)(2) tells them apart. */
public enum OtherNameKind {
    MAIDEN,
    STAGE,
    PROFESSIONAL,
    NICKNAME,
    ALIAS;

    /** Several of them. */
    public Sentence words() {
        return switch (this) {
            case MAIDEN -> Sentence.of("Maiden and earlier family names");
            case STAGE -> Sentence.of("Stage names");
            case PROFESSIONAL -> Sentence.of("Professional names");
            case NICKNAME -> Sentence.of("Nicknames");
            case ALIAS -> Sentence.of("Other aliases");
        };
    }

    /** As forms name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
