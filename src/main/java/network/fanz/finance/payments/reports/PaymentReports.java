package network.fanz.finance.payments.reports;

import java.math.BigInteger;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import network.fanz.common.Asset;
import network.fanz.common.InvalidField;
import network.fanz.common.Page;
import network.fanz.common.Period;
import network.fanz.finance.payments.EarningsByCreator;
import network.fanz.finance.payments.EarningsOfCreator;
import network.fanz.finance.payments.PaymentKind;
import network.fanz.platform.postgres.SnapshotStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sums over payments of a period: all together, and creator by creator, a stretch at a time or all of them for a file. */
@Component
public class PaymentReports {
    private final FinancialReportStore totals;
    private final EarningsByCreatorStore byCreator;
    private final SnapshotStore longSnapshot;

    PaymentReports(FinancialReportStore totals, EarningsByCreatorStore byCreator, DataSource source) {
        this.totals = totals;
        this.byCreator = byCreator;
        this.longSnapshot = new SnapshotStore(source);
    }

    /** @param kind null for all kinds */
    public Revenue revenue(@Nullable PaymentKind kind, Asset asset, Period period) {
        return totals.revenue(kind, asset, period);
    }

    public TransactionVolume volume(Asset asset, Period period) {
        return totals.volume(asset, period);
    }

    public CreatorEarnings earnings(Asset asset, Period period) {
        return totals.earnings(asset, period);
    }

    /** @throws InvalidField if after is not what a page gave */
    public EarningsByCreator byCreator(Asset asset, Period period, @Nullable String after, int limit) {
        EarningsByCreatorStore.EarningsRows found = byCreator.page(asset, period, parseCursor(after), limit + 1);
        Page<EarningsOfCreator> page = Page.cut(found.rows(), limit, PaymentReports::cursor);
        return new EarningsByCreator(period, found.creators(), found.total(), page.items(), page.next());
    }

    /** All creators, as they are at one moment. */
    public void forEachCreator(Asset asset, Period period, Consumer<EarningsOfCreator> reader) {
        longSnapshot.read(() -> byCreator.forEach(asset, period, reader));
    }

    private static String cursor(EarningsOfCreator last) {
        return last.earned().netShares().units() + "_" + last.creator();
    }

    private static EarningsByCreatorStore.@Nullable EarningsCursor parseCursor(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return null;
        }
        try {
            int cut = Math.max(after.indexOf('_'), 0);
            return new EarningsByCreatorStore.EarningsCursor(
                    new BigInteger(after.substring(0, cut)), UUID.fromString(after.substring(cut + 1)));
        } catch (IllegalArgumentException notOurs) {
            throw new InvalidField("after", "Send what the page before gave as next.");
        }
    }
}
