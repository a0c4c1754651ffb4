package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.util.ArrayList;
import java.util.List;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.Role;
import network.fanz.content.introductions.Introductions;
import network.fanz.finance.ledger.HandPostingState;
import network.fanz.finance.ledger.HandPostings;
import network.fanz.finance.payments.RefundRequestCount;
import network.fanz.finance.payments.RefundRequests;
import network.fanz.finance.payments.TakenBackPayments;
import network.fanz.security.identity.FactorReset;
import network.fanz.security.identity.Identity;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Component;

/** What the staff have to decide, told to those who may: a queue that nobody looks at is where people wait for their money. */
@Component
final class WaitingTasks {
    private static final int COUNTED_MAX = 100;
    private static final int POSTINGS_LOOKED_AT = 10;

    private final RefundRequests refundRequests;
    private final TakenBackPayments takenBack;
    private final HandPostings handPostings;
    private final Introductions introductions;
    private final Identity identity;

    WaitingTasks(
            RefundRequests refundRequests,
            TakenBackPayments takenBack,
            HandPostings handPostings,
            Introductions introductions,
            Identity identity) {
        this.refundRequests = refundRequests;
        this.takenBack = takenBack;
        this.handPostings = handPostings;
        this.introductions = introductions;
        this.identity = identity;
    }

    /** What is late first; empty where nothing waits. */
    List<WaitingTask> of(Caller caller, Shell shell) {
        List<WaitingTask> tasks = new ArrayList<>();
        if (SectionAccess.books(shell)) {
            addRefundRequests(tasks);
            addTakenBack(tasks);
        }
        if (shell.has(Role.FINANCE)) {
            addHandPostings(tasks, caller.requireAccount());
        }
        if (shell.has(Role.ADMINISTRATOR)) {
            addIntroductions(tasks);
            addFactorResets(tasks);
        }
        return tasks.stream()
                .sorted((one, other) -> Boolean.compare(other.late(), one.late()))
                .toList();
    }

    private void addRefundRequests(List<WaitingTask> tasks) {
        RefundRequestCount requests = refundRequests.countWithFinance();
        if (requests.waiting() > 0) {
            tasks.add(new WaitingTask(
                    say(
                            requests.waiting() == 1 ? "1 request for a refund" : "{0} requests for refunds",
                            number(requests.waiting())),
                    say(
                            requests.late() == 0
                                    ? "Fans ask for their money back, and it is for finance staff to decide."
                                    : "{0} should have been answered by now.",
                            requests.late()),
                    "/finance/refund-requests",
                    requests.late() > 0));
        }
    }

    private void addTakenBack(List<WaitingTask> tasks) {
        int unbooked = takenBack.countUnbooked();
        if (unbooked > 0) {
            tasks.add(new WaitingTask(
                    say(unbooked == 1 ? "1 payment taken back" : "{0} payments taken back", number(unbooked)),
                    say("Their money went back to the buyers without us, and no posting by hand names them yet."),
                    "/finance/payments?takenBack=unbooked",
                    false));
        }
    }

    /** Those that the reader can decide about. */
    private void addHandPostings(List<WaitingTask> tasks, AccountId reader) {
        int waiting = (int) handPostings.list(HandPostingState.PROPOSED, null, POSTINGS_LOOKED_AT).items().stream()
                .filter(posting -> handPostings.isSecondPerson(reader, posting)
                        && !handPostings.isOwner(reader, posting)
                        && !handPostings.isProposerGone(posting))
                .count();
        if (waiting > 0) {
            tasks.add(new WaitingTask(
                    say(waiting == 1 ? "1 posting by hand" : "{0} postings by hand", number(waiting)),
                    say("Proposed by somebody else. A second person approves or rejects what is booked by hand."),
                    "/finance/hand-postings",
                    false));
        }
    }

    private void addIntroductions(List<WaitingTask> tasks) {
        int waiting = introductions.countWaiting();
        if (waiting > 0) {
            tasks.add(new WaitingTask(
                    say(
                            waiting == 1 ? "1 introduction of a creator" : "{0} introductions of creators",
                            number(waiting)),
                    say("Nobody sees one before an administrator has looked at it."),
                    "/users/introductions",
                    false));
        }
    }

    private void addFactorResets(List<WaitingTask> tasks) {
        List<FactorReset> unapproved = identity.factorResets().stream()
                .filter(reset -> reset.effectiveAt() == null)
                .toList();
        if (!unapproved.isEmpty()) {
            tasks.add(new WaitingTask(
                    say(
                            unapproved.size() == 1 ? "1 lost second factor" : "{0} lost second factors",
                            number(unapproved.size())),
                    say("Somebody cannot sign in until a second administrator approves."),
                    "/users/waiting",
                    false));
        }
    }

    private static String number(int counted) {
        return counted < COUNTED_MAX ? Integer.toString(counted) : say("{0} or more", COUNTED_MAX);
    }
}
