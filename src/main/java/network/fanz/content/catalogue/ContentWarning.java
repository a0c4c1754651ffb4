package network.fanz.content.catalogue;

import static network.fanz.common.Language.say;

/** What a creator warns of before a work is watched. */
public enum ContentWarning {
    SEX("Explicit sex"),
    NUDITY("Nudity"),
    BONDAGE("Bondage and restraint"),
    PAIN("Pain as play"),
    HUMILIATION("Humiliation as play"),
    BLOOD("Blood"),
    NEEDLES("Needles or piercing"),
    ALCOHOL_OR_DRUGS("Alcohol or drugs"),
    STRONG_WORDS("Strong words"),
    FLASHING_LIGHT("Flashing light");

    private final String words;

    ContentWarning(String words) {
        this.words = words;
    }

    public String said() {
        return say(words);
    }
}
