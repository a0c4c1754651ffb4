package network.fanz.web.dash;

import java.util.Map;
import network.fanz.common.AccountId;
import network.fanz.common.UtcMonth;
import network.fanz.finance.payments.EarningsByCreator;
import network.fanz.web.form.Form;
import network.fanz.web.page.Shell;
import network.fanz.web.show.Format;
import org.jspecify.annotations.Nullable;

/**
 * What creators earned in a month, and the ways to other months.
 *
 * @param month null where it cannot be read
 * @param now the month that is under way
 * @param form the month as the reader wrote it
 * @param found null where the month cannot be read
 */
public record CreatorEarningsList(
        @Nullable UtcMonth month,
        UtcMonth now,
        Form form,
        @Nullable EarningsByCreator found,
        Map<AccountId, String> names) {
    private static final String PATH = "/finance/creators";

    public CreatorEarningsList {
        names = Map.copyOf(names);
    }

    public static String path(UtcMonth month) {
        return PATH + "?month=" + month;
    }

    public static String words(UtcMonth month) {
        return Format.month(month.month());
    }

    public boolean isChosen(UtcMonth other) {
        return other.equals(month);
    }

    /** The month before; null where none is chosen. */
    public @Nullable UtcMonth earlier() {
        return month == null ? null : month.plus(-1);
    }

    /** The month behind; null where it has not begun. */
    public @Nullable UtcMonth later() {
        return month == null || !month.month().isBefore(now.month()) ? null : month.plus(1);
    }

    /** Whether the month is not over, so that its sums still change. */
    public boolean isOpen() {
        return month != null && !month.month().isBefore(now.month());
    }

    public @Nullable String csv() {
        return month == null ? null : PATH + ".csv?month=" + month;
    }

    /** Where the creators behind these are; null on the last page. */
    public @Nullable String more() {
        return month == null || found == null || found.next() == null ? null : path(month) + "&after=" + found.next();
    }

    /** The person's page for those who may see it; for others the payments with that person. */
    public static String pageOf(AccountId creator, Shell shell) {
        return SectionAccess.users(shell)
                ? "/users/" + creator
                : PaymentFilters.address(Form.empty(), Map.of("person", creator.toString()));
    }
}
