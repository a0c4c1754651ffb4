package network.fanz.content.compliance;

import static network.fanz.common.Language.say;

/** What whoever shows a work has done for it (28 CFR 75.1(c)). */
public enum ProducerRole {
    PRIMARY("I produced it: I recorded it, or had it recorded"),
    SECONDARY("Somebody else recorded it, and I publish it"),
    HOST_ONLY("I only put it here for its producer");

    private final String words;

    ProducerRole(String words) {
        this.words = words;
    }

    public String said() {
        return say(words);
    }
}
