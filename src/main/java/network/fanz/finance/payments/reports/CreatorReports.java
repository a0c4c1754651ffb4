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
import network.fanz.platform.postgres.SnapshotStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What each creator earned: a stretch at a time, or all of them for a file. */
@Component
public class CreatorReports {
    private final EarningsByCreatorStore store;
    private final SnapshotStore longSnapshot;

    CreatorReports(EarningsByCreatorStore store, DataSource source) {
        this.store = store;
        this.longSnapshot = new SnapshotStore(source);
    }

    /** @throws InvalidField if after is not what a page gave */
    public EarningsByCreator page(Asset asset, Period period, @Nullable String after, int limit) {
        EarningsByCreatorStore.EarningsRows found = store.page(asset, period, parseCursor(after), limit + 1);
        Page<EarningsOfCreator> page = Page.cut(found.rows(), limit, CreatorReports::cursor);
        return new EarningsByCreator(period, found.creators(), found.total(), page.items(), page.next());
    }

    /** All creators, as they are at one moment. */
    public void forEach(Asset asset, Period period, Consumer<EarningsOfCreator> reader) {
        longSnapshot.read(() -> store.forEach(asset, period, reader));
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
