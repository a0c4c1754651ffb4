package network.fanz.finance.payments.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.common.EventType;
import network.fanz.finance.payments.BuyerMessages;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.events.PaymentOverdue;
import network.fanz.finance.payments.events.PaymentSettled;
import network.fanz.finance.payments.events.PostingRefused;
import network.fanz.finance.payments.events.ProviderAmountDiffers;
import network.fanz.finance.payments.events.ProviderMessageUnexpected;
import network.fanz.finance.payments.events.RefundRequestMoved;
import network.fanz.testing.GeneratedDocs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The state machine, as drawn and as printed. */
class PaymentTransitionsTest {
    /** Events that are emitted while a payment stays in its state. */
    private static final Map<Class<?>, String> OTHER_SOURCES = orderedByName(Map.of(
            PaymentOverdue.class,
            "A payment has waited in one state for too long, and people must look at it.",
            PostingRefused.class,
            "The ledger refuses a posting that it must not refuse. The payment stays where it is, and people must look at it.",
            ProviderAmountDiffers.class,
            "The provider has another amount or currency than the price. The payment stays where it is, and people must look at it.",
            ProviderMessageUnexpected.class,
            "The provider says what no transition answers, and people must look at it.",
            RefundRequestMoved.class,
            "A fan's request for a refund has moved. No request moves money, and the payment's own events end it."));

    private static Map<Class<?>, String> orderedByName(Map<Class<?>, String> sources) {
        Map<Class<?>, String> ordered = new TreeMap<>(Comparator.comparing(Class::getName));
        ordered.putAll(sources);
        return ordered;
    }

    @Test
    void everyStateIsReachedFromCreated() {
        Set<PaymentState> reached = EnumSet.of(PaymentState.CREATED);
        for (int i = 0; i < PaymentState.values().length; i++) {
            PaymentTransitions.ALL.stream()
                    .filter(each -> reached.contains(each.from()))
                    .forEach(each -> reached.add(each.to()));
        }
        assertThat(reached).containsExactlyInAnyOrder(PaymentState.values());
    }

    @Test
    void noTransitionIsListedTwice() {
        assertThat(PaymentTransitions.ALL.stream()
                        .map(PaymentTransitions.PaymentTransition::code)
                        .toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void onlyWhatIsOverStays() {
        assertThat(Arrays.stream(PaymentState.values())
                        .filter(PaymentTransitions::isFinal)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        PaymentState.SETTLED,
                        PaymentState.DECLINED,
                        PaymentState.REFUNDED,
                        PaymentState.REFUND_REFUSED);
    }

    @Test
    void refusesATransitionThatIsNotListed() {
        assertThatThrownBy(() -> PaymentTransitions.between(PaymentState.DECLINED, PaymentState.SETTLED))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> PaymentTransitions.between(PaymentState.UNKNOWN, PaymentState.POSTED))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void everyEventIsEmittedByATransitionOrHasAnotherSource() {
        Set<Class<?>> emitted = new HashSet<>(OTHER_SOURCES.keySet());
        PaymentTransitions.ALL.forEach(each -> Optional.ofNullable(each.event()).ifPresent(emitted::add));
        assertThat(emitted).isEqualTo(events());
    }

    @Test
    void refusesAChangeThatEmitsAnotherEventThanItsTransition() {
        StateChange settled = new StateChange.Settled();
        assertThat(PaymentTransitions.of(PaymentState.POSTED, settled).event()).isEqualTo(PaymentSettled.class);
        assertThatThrownBy(() -> PaymentTransitions.of(PaymentState.REFUNDING, settled))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void everyChangeHasTheTransitionsThatEmitItsEvent() {
        Instant now = Instant.EPOCH;
        assertThat(froms(new StateChange.CheckoutOpened("session", null, now))).containsExactly(PaymentState.CREATED);
        assertThat(froms(new StateChange.ProviderSilent(now))).containsExactly(PaymentState.AUTHORISING);
        assertThat(froms(new StateChange.Authorised(now)))
                .containsExactly(PaymentState.AUTHORISING, PaymentState.UNKNOWN);
        assertThat(froms(new StateChange.Posted(now))).containsExactly(PaymentState.AUTHORISED);
        assertThat(froms(new StateChange.Settled())).containsExactly(PaymentState.POSTED);
        assertThat(froms(new StateChange.Declined(DeclineReason.ABANDONED, null)))
                .containsExactly(
                        PaymentState.CREATED, PaymentState.AUTHORISING, PaymentState.AUTHORISED, PaymentState.UNKNOWN);
        assertThat(froms(new StateChange.RefundStarted(new AccountId(new UUID(0, 1)), now)))
                .containsExactly(PaymentState.SETTLED);
        assertThat(froms(new StateChange.Refunded(now))).containsExactly(PaymentState.REFUNDING);
        for (RefundRefusalReason reason : RefundRefusalReason.values()) {
            assertThat(froms(new StateChange.RefundFailed(reason))).containsExactly(PaymentState.REFUNDING);
        }
    }

    @Test
    void aTransitionIsNamedByItsEndsAndItsEventByItsType() {
        PaymentTransitions.PaymentTransition settled =
                PaymentTransitions.between(PaymentState.POSTED, PaymentState.SETTLED);
        assertThat(settled.code()).isEqualTo("posted_settled");
        assertThat(settled.eventName()).isEqualTo("payment_settled");
        assertThat(PaymentTransitions.between(PaymentState.AUTHORISED, PaymentState.POSTED)
                        .eventName())
                .isNull();
    }

    /** The states that the change may be made in. */
    private static List<PaymentState> froms(StateChange change) {
        return Arrays.stream(PaymentState.values())
                .filter(from -> {
                    try {
                        return PaymentTransitions.of(from, change).to() == change.target();
                    } catch (IllegalStateException noTransition) {
                        return false;
                    }
                })
                .toList();
    }

    @Test
    @Tag("generated")
    void theDocumentIsPrintedFromTheMachine() {
        GeneratedDocs.check(Path.of("docs", "payments.md"), print());
    }

    /** Every event of the module, as its package has it. */
    private static Set<Class<?>> events() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(EventType.class));
        return scanner.findCandidateComponents(PostingRefused.class.getPackageName()).stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .collect(Collectors.toSet());
    }

    private static String name(Class<?> event) {
        return event.getAnnotation(EventType.class).value();
    }

    private static String print() {
        StringBuilder text = new StringBuilder("""
                # How a payment moves

                Printed from `PaymentTransitions` by its test; change it there.

                ```mermaid
                stateDiagram-v2
                    [*] --> CREATED
                """);
        PaymentTransitions.ALL.forEach(each -> text.append("    ")
                .append(each.from())
                .append(" --> ")
                .append(each.to())
                .append('\n'));
        text.append("```\n\n| from | to | because | event |\n|---|---|---|---|\n");
        PaymentTransitions.ALL.forEach(each -> text.append("| ")
                .append(each.from())
                .append(" | ")
                .append(each.to())
                .append(" | ")
                .append(each.cause())
                .append(" | ")
                .append(each.event() == null ? "" : each.eventName())
                .append(" |\n"));
        text.append("\nNo transition emits these events:\n\n| event | emitted when |\n|---|---|\n");
        OTHER_SOURCES.forEach((event, source) -> text.append("| ")
                .append(name(event))
                .append(" | ")
                .append(source)
                .append(" |\n"));
        text.append("""

                ## In the ledger

                One linked posting of three legs, so that price, fee and share are booked together or not at all:

                | code | debit | credit | amount |
                |---|---|---|---|
                | 1 | provider clearing | the fan's purchases | price |
                | 2 | the fan's purchases | platform fees | fee |
                | 3 | the fan's purchases | the creator's earnings | share |

                It is pending (a hold) from AUTHORISED or UNKNOWN on, posted with POSTED, voided with DECLINED, and reversed with
                REFUNDED. With REFUND_REFUSED it has been reversed and booked again. Ids follow from the payment's id, so a step that
                is done again is the same step.

                Between the provider's yes and SETTLED lie the hold, the capture and the posting, each of which finds itself when it is
                done again; AUTHORISED, POSTED and SETTLED are then written in one commit, together with the event and what fraud's
                history keeps. AUTHORISED stands alone where the capture was not answered.

                ## Why a payment is declined

                | reason | said to the buyer |
                |---|---|
                """);
        for (DeclineReason reason : DeclineReason.values()) {
            text.append("| %s | %s |\n".formatted(reason.code(), BuyerMessages.of(reason)));
        }
        text.append(
                "\n## Why a refund is refused\n\n| reason | then it is | said to buyer and seller |\n|---|---|---|\n");
        for (RefundRefusalReason refusal : RefundRefusalReason.values()) {
            text.append("| %s | %s | %s |\n"
                    .formatted(refusal.code(), refusal.resultingState(), BuyerMessages.of(refusal)));
        }
        return text.toString();
    }
}
