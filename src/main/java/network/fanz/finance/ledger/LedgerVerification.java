package network.fanz.finance.ledger;

import java.util.List;

/**
 * The result of a verification of the whole ledger.
 *
 * @param blocks how many blocks were read
 * @param transfers how many transfers were read
 * @param findings what is wrong and not acknowledged, one sentence each, at most 100; empty if all is sound
 * @param acknowledged what is wrong and has a known cause
 */
public record LedgerVerification(
        long blocks, long transfers, List<String> findings, List<AcknowledgedFinding> acknowledged) {
    public LedgerVerification {
        findings = List.copyOf(findings);
        acknowledged = List.copyOf(acknowledged);
    }

    /** Whether everything is as it was written, apart from what has a known cause. */
    public boolean sound() {
        return findings.isEmpty();
    }
}
