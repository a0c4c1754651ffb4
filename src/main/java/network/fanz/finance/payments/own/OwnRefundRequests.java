package network.fanz.finance.payments.own;

import java.util.List;
import java.util.Set;
import network.fanz.common.AccountId;
import network.fanz.common.OwnRecords;
import network.fanz.common.OwnSection;
import network.fanz.common.Page;
import network.fanz.finance.payments.requests.RefundRequestWords;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Requests for refunds: one's own words, and what one was answered. What a fan wrote to a creator is the fan's. */
@Component
@Order(4)
class OwnRefundRequests implements OwnRecords {
    private final OwnPaymentStore store;
    private final RefundRequestWords words;

    OwnRefundRequests(OwnPaymentStore store, RefundRequestWords words) {
        this.store = store;
        this.words = words;
    }

    private record RequestOfMine(AccountId owner, OwnPaymentStore.KeptRequest request) {
        boolean isBuyer() {
            return owner.equals(request.buyer());
        }

        boolean isSeller() {
            return owner.equals(request.seller());
        }

        String part() {
            if (isBuyer()) {
                return "you asked";
            }
            return isSeller() ? "you were asked" : "you answered for the house";
        }
    }

    @Override
    public List<OwnSection<?>> sections() {
        return List.of(OwnSection.<RequestOfMine>of(
                        "refund_requests",
                        "Payments that you asked to be given back, were asked to give back, or decided about as staff.",
                        Set.of("payments.refund_request"),
                        (owner, after) -> Page.cut(
                                        store.requests(owner, after, OwnSection.PAGE + 1),
                                        OwnSection.PAGE,
                                        request -> request.payment().toString())
                                .map(request -> new RequestOfMine(owner, request)))
                .with("payment", mine -> mine.request().payment())
                .with("part", RequestOfMine::part)
                .with("state", mine -> mine.request().state())
                .with("asked_at", mine -> mine.request().askedAt())
                .with("last_moved_at", mine -> mine.request().movedAt())
                .with("buyers_reason", this::reason)
                .with("creators_answer", this::creatorsAnswer)
                .with("houses_answer", this::housesAnswer));
    }

    private @Nullable String reason(RequestOfMine mine) {
        return mine.isBuyer() ? words.open(mine.owner(), mine.request().reason()) : null;
    }

    private @Nullable String creatorsAnswer(RequestOfMine mine) {
        byte[] answer = mine.request().creatorsWords();
        return answer != null && (mine.isBuyer() || mine.isSeller())
                ? words.open(mine.request().seller(), answer)
                : null;
    }

    private @Nullable String housesAnswer(RequestOfMine mine) {
        byte[] answer = mine.request().financesWords();
        var financier = mine.request().financier();
        return answer != null
                        && financier != null
                        && (mine.isBuyer() || mine.owner().value().equals(financier))
                ? words.open(new AccountId(financier), answer)
                : null;
    }
}
