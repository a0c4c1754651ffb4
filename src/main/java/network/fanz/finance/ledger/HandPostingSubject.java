package network.fanz.finance.ledger;

import java.util.UUID;
import network.fanz.common.InvalidField;
import network.fanz.common.Money;

/** Knows what a posting by hand can be about: a payment whose money went back without us. The module that keeps those implements it. */
public interface HandPostingSubject {
    /**
     * @param about what the postings are about, by its id
     * @param moved what all postings by hand about it move that are booked or wait, with the one that is proposed
     * @throws InvalidField naming {@code about} if there is nothing of this id, nothing of it is booked by hand, or that is too much
     */
    void check(UUID about, Money moved);
}
