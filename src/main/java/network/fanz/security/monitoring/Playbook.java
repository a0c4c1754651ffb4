package network.fanz.security.monitoring;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import network.fanz.common.InvalidField;
import network.fanz.common.Sentence;
import org.jspecify.annotations.Nullable;

/** The response to an alert: steps that the program takes by itself, and steps for a person. */
public enum Playbook {
    BRUTE_FORCE_RESPONSE(
            "brute-force-response",
            List.of(
                    "See whether a sign-in from the address succeeded; if one did, ask that account's owner to sign out everywhere.",
                    "Lift the block if the address is shared by people who did nothing.")),
    FRAUD_RESPONSE(
            "fraud-response",
            List.of(
                    "Read the reasons of the assessment and the account's earlier payments.",
                    "Refund what the same account paid before, if that was not its owner either."));

    private final String label;
    private final List<String> manualSteps;

    Playbook(String label, List<String> byHand) {
        this.label = label;
        this.manualSteps = byHand;
    }

    /** @throws InvalidField if there is no such playbook */
    static @Nullable Playbook ofLabel(String field, @Nullable String label) {
        if (label == null) {
            return null;
        }
        return Arrays.stream(values())
                .filter(playbook -> playbook.label.equals(label))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidField(field, Sentence.of("There is no such playbook; there are: {0}.", labels())));
    }

    @JsonValue
    public String label() {
        return label;
    }

    /** The steps for a person, in order. */
    public List<String> manualSteps() {
        return manualSteps;
    }

    private static String labels() {
        return Arrays.stream(values()).map(Playbook::label).collect(Collectors.joining(", "));
    }
}
