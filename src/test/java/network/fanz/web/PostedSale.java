package network.fanz.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.finance.ledger.AccountCode;
import network.fanz.finance.ledger.HandPostings;
import network.fanz.finance.ledger.Keeper;
import network.fanz.finance.ledger.Ledger;
import network.fanz.finance.ledger.LedgerAccountId;
import network.fanz.finance.ledger.Leg;
import network.fanz.finance.ledger.NewHandPosting;
import network.fanz.finance.ledger.NewLedgerAccount;
import network.fanz.finance.ledger.Posting;
import network.fanz.finance.ledger.PostingKind;
import network.fanz.finance.ledger.PostingOutcome;
import network.fanz.testing.RunningFanz;

/** A sale in the shared program's books, for the pages that show one. */
public final class PostedSale {
    private static final Ledger LEDGER = RunningFanz.shared().bean(Ledger.class);
    private static final LedgerAccountId BANK =
            LEDGER.createAccount(NewLedgerAccount.unbounded("shown", AccountCode.PROVIDER_CLEARING, Asset.USD));
    private static final LedgerAccountId CREATOR =
            LEDGER.createAccount(NewLedgerAccount.credit("shown", AccountCode.CREATOR_EARNINGS, Asset.USD));
    private static final LedgerAccountId FEES =
            LEDGER.createAccount(NewLedgerAccount.credit("shown", AccountCode.PLATFORM_FEES, Asset.USD));
    private static final long SEQ = sell();

    private PostedSale() {}

    public static long seq() {
        return SEQ;
    }

    public static LedgerAccountId account() {
        return CREATOR;
    }

    public static long block() {
        return LEDGER.recordedPosting(SEQ).block().height();
    }

    /** The list of postings that somebody has proposed by hand, with one at least. */
    public static String handPostings() {
        handPosting();
        return "/finance/hand-postings";
    }

    /** The page of a posting that somebody has proposed by hand. */
    public static String handPosting() {
        NewHandPosting asked = new NewHandPosting(
                UUID.randomUUID(),
                PostingKind.POST,
                List.of(new Leg(BANK, CREATOR, Money.of(Asset.USD, 100), 1)),
                null,
                null,
                null,
                null,
                "The bank charged twice");
        AccountId by = new AccountId(UUID.randomUUID());
        return "/finance/hand-postings/"
                + RunningFanz.shared()
                        .bean(HandPostings.class)
                        .propose(asked, by)
                        .id();
    }

    private static long sell() {
        List<Leg> legs = List.of(
                new Leg(BANK, CREATOR, Money.of(Asset.USD, 123_450), 3),
                new Leg(BANK, FEES, Money.of(Asset.USD, 250), 2));
        PostingOutcome outcome = LEDGER.recordTransaction(
                Keeper.PAYMENTS, Posting.post(UUID.randomUUID(), legs, "payment", "=1+1,\"quoted\"", Instant.now()));
        return ((PostingOutcome.Accepted) outcome).firstSeq();
    }
}
