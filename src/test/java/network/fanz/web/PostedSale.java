package network.fanz.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.finance.ledger.AccountCode;
import network.fanz.finance.ledger.Ledger;
import network.fanz.finance.ledger.LedgerAccountId;
import network.fanz.finance.ledger.Leg;
import network.fanz.finance.ledger.NewLedgerAccount;
import network.fanz.finance.ledger.Posting;
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

    private static long sell() {
        List<Leg> legs = List.of(
                new Leg(BANK, CREATOR, Money.of(Asset.USD, 123_450), 3),
                new Leg(BANK, FEES, Money.of(Asset.USD, 250), 2));
        PostingOutcome outcome = LEDGER.recordTransaction(
                Posting.post(UUID.randomUUID(), legs, "payment", "=1+1,\"quoted\"", Instant.now()));
        return ((PostingOutcome.Accepted) outcome).firstSeq();
    }
}
