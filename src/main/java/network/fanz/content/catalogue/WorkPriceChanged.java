package network.fanz.content.catalogue;

import network.fanz.common.Money;
import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** The work has another price than the one that the buyer was shown. */
@ProblemType(value = "price-changed", status = 409, title = "The price has changed")
public final class WorkPriceChanged extends Problem {
    private static final long serialVersionUID = 1L;

    public WorkPriceChanged(Money now) {
        super(
                "amount",
                Sentence.of(
                        "This work now costs {0}. Nothing was taken. Buy it at that price, or not.", now.grouped()));
    }
}
