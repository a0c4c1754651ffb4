package network.fanz.finance.payments.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import network.fanz.finance.payments.RefundRequestState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where a request can go from where it stands. */
class RefundRequestMovesTest {
    @ParameterizedTest
    @EnumSource
    void whereverARequestStandsItCanStillSayThatTheMoneyWentBackUnlessTheBankRefused(RefundRequestState state) {
        boolean cannot = state == RefundRequestState.NOT_POSSIBLE;
        assertThat(reachable(state).contains(RefundRequestState.GIVEN_BACK)).isEqualTo(!cannot);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyWaitsAgainForWhatWasDecided(RefundRequestState state) {
        boolean decided = Set.of(
                        RefundRequestState.GIVEN_BACK, RefundRequestState.NOT_POSSIBLE, RefundRequestState.TAKEN_BACK)
                .contains(state);
        assertThat(reachable(state).stream().anyMatch(next -> next != state && next.isOpen()) && decided)
                .isFalse();
    }

    @Test
    void aRequestNeverComesBackToItsCreator() {
        assertThat(RefundRequestState.values())
                .allSatisfy(from -> assertThat(RefundRequestMoves.allows(from, RefundRequestState.WITH_CREATOR))
                        .isFalse());
    }

    @Test
    void onlyFinanceDeclinesForGood() {
        assertThat(Arrays.stream(RefundRequestState.values())
                        .filter(from -> RefundRequestMoves.allows(from, RefundRequestState.DECLINED)))
                .containsExactly(RefundRequestState.WITH_FINANCE);
    }

    private static Set<RefundRequestState> reachable(RefundRequestState from) {
        Set<RefundRequestState> found = EnumSet.of(from);
        int before = 0;
        while (before < found.size()) {
            before = found.size();
            found.addAll(Arrays.stream(RefundRequestState.values())
                    .filter(next -> found.stream().anyMatch(one -> RefundRequestMoves.allows(one, next)))
                    .collect(Collectors.toSet()));
        }
        return found;
    }
}
