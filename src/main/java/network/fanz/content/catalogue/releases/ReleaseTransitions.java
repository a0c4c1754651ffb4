package network.fanz.content.catalogue.releases;

import static network.fanz.content.catalogue.ReleaseState.DERIVED;
import static network.fanz.content.catalogue.ReleaseState.HASHED;
import static network.fanz.content.catalogue.ReleaseState.HELD;
import static network.fanz.content.catalogue.ReleaseState.PUBLISHED;
import static network.fanz.content.catalogue.ReleaseState.RECEIVED;
import static network.fanz.content.catalogue.ReleaseState.RECORDS;
import static network.fanz.content.catalogue.ReleaseState.REJECTED;
import static network.fanz.content.catalogue.ReleaseState.REVIEW;
import static network.fanz.content.catalogue.ReleaseState.SEALED;
import static network.fanz.content.catalogue.ReleaseState.SIGNALLED;
import static network.fanz.content.catalogue.ReleaseState.SNIFFED;
import static network.fanz.content.catalogue.ReleaseState.WITHDRAWN;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import network.fanz.content.catalogue.ReleaseState;

/**
 * The state machine: every change of state that a release can make, and why it happens. A change that is not here does not happen.
 * {@code docs/releases.md} is printed from it. One transition alone leads to PUBLISHED, from REVIEW, and it is made only while every gate is
 * clear for exactly the bytes and words that will be seen.
 */
public final class ReleaseTransitions {
    /** Why a release begins: before RECEIVED it has no state. */
    static final String BEGINNING = "Its creator has made a work of an upload that has come whole.";

    /** On its way, with nobody's decision yet. */
    static final Set<ReleaseState> ON_THE_WAY = EnumSet.of(RECEIVED, SNIFFED, HASHED, DERIVED, SIGNALLED, RECORDS);

    /** Where a person decides whether it is seen. */
    static final Set<ReleaseState> DECIDED_IN = EnumSet.of(REVIEW, PUBLISHED);

    static final List<ReleaseTransition> ALL = all();

    private ReleaseTransitions() {}

    /** @param why what has happened, a sentence */
    record ReleaseTransition(ReleaseState from, ReleaseState to, String why) {}

    private static List<ReleaseTransition> all() {
        List<ReleaseTransition> all = new ArrayList<>(List.of(
                new ReleaseTransition(RECEIVED, SNIFFED, "All bytes were read, and are what they say they are."),
                new ReleaseTransition(SNIFFED, HASHED, "Its hashes were looked up in every bank, and none names it."),
                new ReleaseTransition(HASHED, DERIVED, "What will be shown of it is made and was looked at again."),
                new ReleaseTransition(DERIVED, SIGNALLED, "Software has said what it sees."),
                new ReleaseTransition(SIGNALLED, RECORDS, "Everyone in it has a record and has consented."),
                new ReleaseTransition(RECORDS, REVIEW, "It waits for a person."),
                new ReleaseTransition(
                        REVIEW,
                        PUBLISHED,
                        "Every gate is clear for exactly these bytes and words; one of them is a person's decision.")));
        for (ReleaseState state :
                Stream.concat(ON_THE_WAY.stream(), Stream.of(REVIEW)).toList()) {
            all.add(new ReleaseTransition(
                    state, HELD, "A check said that a person must look, failed too often, or is not there."));
            all.add(new ReleaseTransition(state, REJECTED, "A check or a person has said no."));
            all.add(new ReleaseTransition(state, SEALED, "A bank of child safety names it."));
            all.add(new ReleaseTransition(state, WITHDRAWN, "Its creator, or somebody in it, does not want it shown."));
        }
        for (ReleaseState state : ON_THE_WAY) {
            all.add(new ReleaseTransition(
                    HELD, state, "What held it there is mended: the check before which it was held is made again."));
        }
        all.add(new ReleaseTransition(HELD, REVIEW, "A gate that had closed is asked again."));
        all.add(new ReleaseTransition(PUBLISHED, HELD, "A gate is no longer clear, or cannot say so."));
        all.add(new ReleaseTransition(PUBLISHED, REJECTED, "A person has said no to what was seen."));
        all.add(new ReleaseTransition(PUBLISHED, SEALED, "A bank of child safety has come to name it."));
        all.add(new ReleaseTransition(
                PUBLISHED, WITHDRAWN, "Its creator, or somebody in it, does not want it shown any more."));
        all.add(new ReleaseTransition(
                WITHDRAWN, SEALED, "A bank of child safety names it; a look that had begun before it was taken back."));
        all.add(new ReleaseTransition(HELD, REJECTED, "A person has said no."));
        all.add(new ReleaseTransition(HELD, SEALED, "A bank of child safety names it."));
        all.add(new ReleaseTransition(HELD, WITHDRAWN, "Its creator, or somebody in it, does not want it shown."));
        return List.copyOf(all);
    }

    /** @throws IllegalStateException if there is no such transition */
    static ReleaseTransition between(ReleaseState from, ReleaseState to) {
        return ALL.stream()
                .filter(each -> each.from() == from && each.to() == to)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A release does not go from " + from + " to " + to));
    }
}
