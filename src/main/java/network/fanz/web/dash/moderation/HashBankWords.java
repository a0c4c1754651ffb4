package network.fanz.web.dash.moderation;

import static network.fanz.common.Language.say;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.fanz.content.moderation.BankMatch;
import network.fanz.content.moderation.BankMeaning;
import network.fanz.content.moderation.HashAlgorithm;
import network.fanz.content.moderation.HashBank;
import network.fanz.web.dash.EnumLabels;

/** What banks of hashes and their matches are called on pages. */
public final class HashBankWords {
    private HashBankWords() {}

    public static String meaning(BankMeaning meaning) {
        return switch (meaning) {
            case CHILD_SAFETY -> say("Child safety");
            case NON_CONSENSUAL -> say("Pictures without consent");
            case TERRORISM -> say("Terrorism");
            case OWN_BANNED -> say("Refused here before");
        };
    }

    public static String match(BankMatch match) {
        if (match.isExact()) {
            return say("the same file");
        }
        return match.distance() == 0 ? say("the same hash") : say("near: {0} of 256 bits differ", match.distance());
    }

    static Map<String, String> meanings(List<BankMeaning> meanings) {
        Map<String, String> choices = new LinkedHashMap<>();
        meanings.forEach(meaning -> choices.put(EnumLabels.value(meaning), meaning(meaning)));
        return choices;
    }

    static Map<String, String> algorithms() {
        Map<String, String> choices = new LinkedHashMap<>();
        for (HashAlgorithm algorithm : HashAlgorithm.values()) {
            choices.put(EnumLabels.value(algorithm), algorithm.title());
        }
        return choices;
    }

    /** What came of switching. */
    static String switched(HashBank bank, boolean on) {
        if (on) {
            return say("The bank is switched on: its hashes match from now on.");
        }
        return bank.enabled()
                ? say("It is still on. A second person switches it off, within a day.")
                : say("The bank is switched off: nothing in it matches any more.");
    }
}
