package network.fanz.finance.ledger;

import java.util.List;

/**
 * The result of a verification of the whole ledger.
 *
 * @param blocks how many blocks were read
 * @param transfers how many transfers were read
 * @param findings what is wrong, one sentence each, at most 100; empty if all is sound
 */
public record LedgerVerification(long blocks, long transfers, List<String> findings) {
    public LedgerVerification {
        findings = List.copyOf(findings);
    }

    public boolean sound() {
        return findings.isEmpty();
    }
}
