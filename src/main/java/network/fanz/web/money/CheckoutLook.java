package network.fanz.web.money;

import java.util.UUID;

/**
 * How the page of a payment that waits looks again by itself: quickly at first, then slowly, and then no more, for a page that is left
 * open in a tab must not ask for ever. The count stands in the address, so it needs no script.
 *
 * @param back whether the reader comes back from the provider's page, so that news may be on its way
 * @param number how often it has looked by itself
 */
public record CheckoutLook(UUID payment, boolean back, int number) {
    private static final int QUICK = 20;
    private static final int LAST = 50;
    private static final int QUICK_SECONDS = 3;
    private static final int SLOW_SECONDS = 15;

    /** Whether it looks no more by itself. */
    public boolean over() {
        return number >= LAST;
    }

    /** Until the next look. Somebody who is about to type a card reads in peace. */
    int seconds(boolean forBuyer) {
        return number < QUICK && !forBuyer ? QUICK_SECONDS : SLOW_SECONDS;
    }

    /** Where the page looks next by itself. */
    String next() {
        return address() + (back ? "?back&look=" : "?look=") + (Math.max(number, 0) + 1);
    }

    /** Where the reader looks again, and the page goes on looking. */
    public String again() {
        return address() + "?back";
    }

    /** The page as it is, standing still. */
    public String stopped() {
        return address() + "?look=" + LAST;
    }

    private String address() {
        return "/checkout/" + payment;
    }
}
