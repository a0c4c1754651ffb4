package network.fanz.finance.payments.fees;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import network.fanz.common.AccountId;
import network.fanz.finance.payments.FeeTable;
import network.fanz.finance.payments.PaymentKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The fee tables. */
@Component
class FeeStore {
    private static final int LISTED_MAX = 100;

    private final JdbcClient jdbc;

    FeeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record FeeRow(int version, PaymentKind kind, int basisPoints, Instant effectiveFrom) {}

    /** Lets one caller at a time set fees: versions are numbered without a gap. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('payments.fee'))")
                .query((row, number) -> number)
                .single();
    }

    /** How many tables do not hold yet. */
    int countUpcoming(Instant now) {
        return jdbc.sql("select count(distinct version) from payments.fee where effective_from > ?")
                .param(now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** Newest first, by when they begin to hold. Of two tables that begin at the same time the later version comes first, so it wins. */
    List<FeeTable> all() {
        List<FeeRow> rows = jdbc.sql("""
                select version, kind, basis_points, effective_from from payments.fee
                 where version in (select distinct on (effective_from, version) version from payments.fee
                                    order by effective_from desc, version desc limit ?)""")
                .param(LISTED_MAX)
                .query((row, number) -> new FeeRow(
                        row.getInt("version"),
                        PaymentKind.of(row.getString("kind")),
                        row.getInt("basis_points"),
                        row.getObject("effective_from", OffsetDateTime.class).toInstant()))
                .list();
        Map<Integer, List<FeeRow>> versions = new TreeMap<>();
        rows.forEach(feeRow -> versions.computeIfAbsent(feeRow.version(), version -> new ArrayList<>())
                .add(feeRow));
        return versions.values().stream()
                .map(FeeStore::table)
                .sorted(Comparator.comparing(FeeTable::effectiveFrom)
                        .thenComparing(FeeTable::version)
                        .reversed())
                .toList();
    }

    FeeTable insert(Map<PaymentKind, Integer> basisPoints, Instant effectiveFrom, AccountId by, Instant now) {
        int version = jdbc.sql("select max(version) + 1 from payments.fee")
                .query(Integer.class)
                .single();
        basisPoints.forEach((kind, points) -> jdbc.sql("""
                insert into payments.fee (version, kind, basis_points, effective_from, set_by, set_at)
                values (?, ?, ?, ?, ?, ?)""")
                .params(
                        version,
                        kind.code(),
                        points,
                        effectiveFrom.atOffset(ZoneOffset.UTC),
                        by.value(),
                        now.atOffset(ZoneOffset.UTC))
                .update());
        return new FeeTable(version, effectiveFrom, basisPoints);
    }

    private static FeeTable table(List<FeeRow> rows) {
        Map<PaymentKind, Integer> points = new EnumMap<>(PaymentKind.class);
        rows.forEach(row -> points.put(row.kind(), row.basisPoints()));
        return new FeeTable(rows.getFirst().version(), rows.getFirst().effectiveFrom(), points);
    }
}
