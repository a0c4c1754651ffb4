package network.fanz.finance.payments.requests;

import static network.fanz.finance.payments.RefundRequestState.DECLINED;
import static network.fanz.finance.payments.RefundRequestState.GIVEN_BACK;
import static network.fanz.finance.payments.RefundRequestState.GIVING_BACK;
import static network.fanz.finance.payments.RefundRequestState.NOT_POSSIBLE;
import static network.fanz.finance.payments.RefundRequestState.TAKEN_BACK;
import static network.fanz.finance.payments.RefundRequestState.WITHDRAWN;
import static network.fanz.finance.payments.RefundRequestState.WITH_CREATOR;
import static network.fanz.finance.payments.RefundRequestState.WITH_FINANCE;

import java.util.Map;
import java.util.Set;
import network.fanz.finance.payments.RefundRequestState;

/**
 * The state machine of requests: which state may follow which. People move a request that is open. All else follows from what became of
 * the payment, so a request that was declined says "given back" if the money goes back all the same: where the money is decides.
 */
final class RefundRequestMoves {
    private static final Map<RefundRequestState, Set<RefundRequestState>> ALL = Map.of(
            WITH_CREATOR, Set.of(WITH_FINANCE, WITHDRAWN, GIVING_BACK, GIVEN_BACK, TAKEN_BACK),
            WITH_FINANCE, Set.of(DECLINED, WITHDRAWN, GIVING_BACK, GIVEN_BACK, TAKEN_BACK),
            GIVING_BACK, Set.of(WITH_FINANCE, GIVEN_BACK, NOT_POSSIBLE),
            DECLINED, Set.of(GIVING_BACK, GIVEN_BACK),
            WITHDRAWN, Set.of(GIVING_BACK, GIVEN_BACK),
            TAKEN_BACK, Set.of(GIVEN_BACK),
            GIVEN_BACK, Set.of(),
            NOT_POSSIBLE, Set.of());

    private RefundRequestMoves() {}

    static boolean allows(RefundRequestState from, RefundRequestState to) {
        return ALL.getOrDefault(from, Set.of()).contains(to);
    }
}
