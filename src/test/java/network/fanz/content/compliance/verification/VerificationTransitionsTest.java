package network.fanz.content.compliance.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import network.fanz.content.compliance.VerificationRefusal;
import network.fanz.content.compliance.VerificationState;
import network.fanz.content.compliance.WithdrawalReason;
import network.fanz.testing.GeneratedDocs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The state machine, as drawn and as printed. */
class VerificationTransitionsTest {
    @Test
    void everyStateIsReachedFromNone() {
        Set<VerificationState> reached = EnumSet.of(VerificationState.NONE);
        for (int i = 0; i < VerificationState.values().length; i++) {
            VerificationTransitions.ALL.stream()
                    .filter(each -> reached.contains(each.from()))
                    .forEach(each -> reached.add(each.to()));
        }
        assertThat(reached).containsExactlyInAnyOrder(VerificationState.values());
    }

    @Test
    void onlyACheckUnderWayBecomesVerified() {
        assertThat(VerificationTransitions.ALL.stream()
                        .filter(each -> each.to() == VerificationState.VERIFIED)
                        .map(VerificationTransitions.VerificationTransition::from))
                .containsExactlyInAnyOrder(VerificationState.STARTED, VerificationState.IN_DOUBT);
    }

    @Test
    void whatHasEndedStays() {
        assertThat(Arrays.stream(VerificationState.values())
                        .filter(state -> VerificationTransitions.ALL.stream().noneMatch(each -> each.from() == state)))
                .containsExactlyInAnyOrder(
                        VerificationState.REFUSED,
                        VerificationState.LAPSED,
                        VerificationState.EXPIRED,
                        VerificationState.REPLACED,
                        VerificationState.WITHDRAWN);
    }

    @Test
    void refusesEveryTransitionThatIsNotListed() {
        for (VerificationState from : VerificationState.values()) {
            for (VerificationState to : VerificationState.values()) {
                if (!VerificationTransitions.exists(from, to)) {
                    assertThatThrownBy(() -> VerificationTransitions.require(from, to))
                            .isInstanceOf(IllegalStateException.class);
                }
            }
        }
        assertThat(VerificationTransitions.exists(VerificationState.REFUSED, VerificationState.VERIFIED))
                .isFalse();
    }

    @Test
    @Tag("generated")
    void theDocumentIsPrintedFromTheMachine() {
        GeneratedDocs.check(Path.of("docs", "verification.md"), print());
    }

    private static String print() {
        StringBuilder text = new StringBuilder("""
                # How a check of identity moves

                Printed from `VerificationTransitions` by its test; change it there. Every move emits `verification_moved` and stands in the audit
                log.

                ```mermaid
                stateDiagram-v2
                """);
        VerificationTransitions.ALL.forEach(each -> text.append("    ")
                .append(each.from() == VerificationState.NONE ? "[*]" : each.from())
                .append(" --> ")
                .append(each.to())
                .append('\n'));
        text.append("```\n\n| from | to | because |\n|---|---|---|\n");
        VerificationTransitions.ALL.forEach(
                each -> text.append("| %s | %s | %s |\n".formatted(each.from(), each.to(), each.cause())));
        text.append("\n## Why a check is refused\n\n| reason | said to the creator | another check |\n|---|---|---|\n");
        text.append(Arrays.stream(VerificationRefusal.values())
                .map(each -> "| %s | because %s | %s |\n"
                        .formatted(
                                each.code(),
                                each.words(),
                                each.bars() ? "only staff let them begin one" : "three refusals in 30 days"))
                .collect(Collectors.joining()));
        text.append("\n## Why staff withdraw one\n\n| reason | said to the creator |\n|---|---|\n");
        text.append(Arrays.stream(WithdrawalReason.values())
                .map(each -> "| %s | because %s |\n".formatted(each.code(), each.words()))
                .collect(Collectors.joining()));
        return text.toString();
    }
}
