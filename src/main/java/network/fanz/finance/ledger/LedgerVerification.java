package network.fanz.finance.ledger;

import java.util.List;

/**
 * What reading all books anew has shown.
 *
 * @param blocks how many blocks were read
 * @param transfers how many transfers
 * @param findings what is wrong, in words; empty when everything is sound. At most 100
 */
public record LedgerVerification(long blocks, long transfers, List<String> findings) {
    public LedgerVerification {
        findings = List.copyOf(findings);
    }

    public boolean sound() {
        return findings.isEmpty();
    }
}
