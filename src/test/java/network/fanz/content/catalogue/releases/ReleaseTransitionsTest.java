package network.fanz.content.catalogue.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import network.fanz.content.catalogue.ReleaseStage;
import network.fanz.content.catalogue.ReleaseState;
import network.fanz.content.catalogue.releases.ReleaseTransitions.ReleaseTransition;
import network.fanz.testing.GeneratedDocs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The state machine of releases, as drawn and as printed. */
class ReleaseTransitionsTest {
    @Test
    void everyStateIsReachedFromReceived() {
        Set<ReleaseState> reached = EnumSet.of(ReleaseState.RECEIVED);
        for (int round = 0; round < ReleaseState.values().length; round++) {
            ReleaseTransitions.ALL.stream()
                    .filter(each -> reached.contains(each.from()))
                    .forEach(each -> reached.add(each.to()));
        }
        assertThat(reached).containsExactlyInAnyOrder(ReleaseState.values());
    }

    @Test
    void onlyOneTransitionPublishesAndItComesFromReview() {
        assertThat(ReleaseTransitions.ALL.stream().filter(each -> each.to() == ReleaseState.PUBLISHED))
                .extracting(ReleaseTransition::from)
                .containsExactly(ReleaseState.REVIEW);
    }

    /** Whatever way is taken to PUBLISHED, every stage was passed on it. */
    @Test
    void noWayLeadsAroundAStage() {
        for (ReleaseStage stage : ReleaseStage.values()) {
            Set<ReleaseState> reached = EnumSet.of(ReleaseState.RECEIVED);
            for (int round = 0; round < ReleaseState.values().length; round++) {
                ReleaseTransitions.ALL.stream()
                        .filter(each -> reached.contains(each.from()) && goesBackOrOn(each))
                        .filter(each -> each.from() != stage.from() || each.to() != stage.to())
                        .forEach(each -> reached.add(each.to()));
            }
            assertThat(reached).as("without %s", stage).doesNotContain(stage.to(), ReleaseState.PUBLISHED);
        }
    }

    /** What is held goes back to where it was held, which the driver alone says and the store keeps; so it is no way onward. */
    private static boolean goesBackOrOn(ReleaseTransition each) {
        return each.from() != ReleaseState.HELD;
    }

    @Test
    void whatWasRefusedSealedOrTakenBackStaysSo() {
        for (ReleaseState end : List.of(ReleaseState.REJECTED, ReleaseState.SEALED)) {
            assertThat(ReleaseTransitions.ALL).noneMatch(each -> each.from() == end);
        }
        assertThat(ReleaseTransitions.ALL.stream().filter(each -> each.from() == ReleaseState.WITHDRAWN))
                .extracting(ReleaseTransition::to)
                .containsExactly(ReleaseState.SEALED);
    }

    @Test
    void everyStateButTheLastMayBeHeldAndTakenBack() {
        Set<ReleaseState> open = EnumSet.complementOf(
                EnumSet.of(ReleaseState.HELD, ReleaseState.REJECTED, ReleaseState.SEALED, ReleaseState.WITHDRAWN));
        for (ReleaseState state : open) {
            assertThat(ReleaseTransitions.between(state, ReleaseState.HELD).why())
                    .isNotBlank();
            assertThat(ReleaseTransitions.between(state, ReleaseState.WITHDRAWN).why())
                    .isNotBlank();
        }
        assertThat(ReleaseTransitions.between(ReleaseState.HELD, ReleaseState.WITHDRAWN)
                        .why())
                .isNotBlank();
    }

    @Test
    void aChangeThatIsNotListedIsNone() {
        assertThatThrownBy(() -> ReleaseTransitions.between(ReleaseState.HELD, ReleaseState.PUBLISHED))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ReleaseTransitions.between(ReleaseState.RECEIVED, ReleaseState.PUBLISHED))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Tag("generated")
    void isPrinted() {
        String rows = ReleaseTransitions.ALL.stream()
                .map(each -> "| " + each.from() + " | " + each.to() + " | " + each.why() + " |")
                .collect(Collectors.joining("\n"));
        String stages = Arrays.stream(ReleaseStage.values())
                .map(stage -> "| " + stage + " | " + stage.from() + " | " + stage.to() + " |")
                .collect(Collectors.joining("\n"));
        GeneratedDocs.check(Path.of("docs", "releases.md"), """
                # Releases

                Printed from the code (`content/catalogue/releases/ReleaseTransitions`, `ReleaseStage`). A release is exactly these bytes and words of a work.
                %s A change of state that is not here does not happen. Each move is written together with its row in the history, its
                audit entry and the event `release_moved`.

                | from | to | why |
                |---|---|---|
                %s

                ## Stages

                What a release goes through by itself. A stage that nobody does holds every release before it.

                | stage | from | to |
                |---|---|---|
                %s
                """.formatted(ReleaseTransitions.BEGINNING, rows, stages));
    }
}
