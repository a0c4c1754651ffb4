package network.fanz.finance.ledger.rules;

import java.util.concurrent.CompletableFuture;
import network.fanz.finance.ledger.Keeper;
import network.fanz.finance.ledger.Leg;
import network.fanz.finance.ledger.Posting;
import network.fanz.finance.ledger.PostingOutcome;

/**
 * A posting on its way through the queue.
 *
 * @param keeper who records it
 * @param requestHash SHA-256 of the request: two requests with the same id are equal if their hashes are equal
 */
public record Ticket(Keeper keeper, Posting posting, byte[] requestHash, CompletableFuture<PostingOutcome> answer) {
    public static Ticket of(Keeper keeper, Posting posting) {
        return new Ticket(keeper, posting, fingerprint(posting), new CompletableFuture<>());
    }

    private static byte[] fingerprint(Posting posting) {
        CanonicalBytes bytes = new CanonicalBytes()
                .number(posting.kind().number())
                .id(posting.refersTo())
                .text(
                        posting.expiresAfter() == null
                                ? ""
                                : posting.expiresAfter().toString())
                .text(posting.referenceType())
                .text(posting.referenceId())
                .number(posting.legs().size());
        for (Leg leg : posting.legs()) {
            bytes.number(leg.debit().value())
                    .number(leg.credit().value())
                    .text(leg.amount().asset().toString())
                    .units(leg.amount().units())
                    .number(leg.code());
        }
        return bytes.sha256();
    }
}
