package network.fanz.security.ratelimit.intake;

import network.fanz.security.ratelimit.intake.AddressBudget.BudgetAnswer;

/** What a caller is told for whom there is no share left. */
final class BudgetProblems {
    private BudgetProblems() {}

    /** @throws TooMuchAtOnce if it is the caller's own doing
     * @throws Overloaded if it is everybody's */
    static void refuseUnlessTaken(BudgetAnswer answer) {
        switch (answer) {
            case TAKEN -> {}
            case SHARE_USED_UP -> throw new TooMuchAtOnce();
            case ALL_USED_UP -> throw new Overloaded();
        }
    }
}
