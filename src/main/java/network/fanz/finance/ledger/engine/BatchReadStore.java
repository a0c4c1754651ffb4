package network.fanz.finance.ledger.engine;

import static network.fanz.platform.postgres.Columns.instant;
import static network.fanz.platform.postgres.Columns.instantOrNull;
import static network.fanz.platform.postgres.Columns.units;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import network.fanz.common.Asset;
import network.fanz.finance.ledger.Keeper;
import network.fanz.finance.ledger.LedgerAccountState;
import network.fanz.finance.ledger.NormalSide;
import network.fanz.finance.ledger.PostingKind;
import network.fanz.finance.ledger.rules.AccountBalance;
import network.fanz.finance.ledger.rules.Head;
import network.fanz.finance.ledger.rules.LegRow;
import network.fanz.finance.ledger.rules.PriorOutcome;
import network.fanz.finance.ledger.rules.ReferencedPosting;
import network.fanz.finance.ledger.rules.Ticket;

/** Reads what a batch needs. Each method is one round trip, whatever the batch's size. */
public final class BatchReadStore {
    /** Without it the server makes a plan for each batch's arrays, and planning costs more than writing a small batch. */
    static final String FORCE_GENERIC_PLAN = "set local plan_cache_mode = force_generic_plan;\n";

    /**
     * The chain's lock. Only one batch on all nodes has it, and a batch changes accounts only while it has it. So what is read after the lock
     * stays as it is until this batch commits. One case is left: a batch that had just committed as the lock was granted, and is seen by one
     * of the reads but not by the other. Then the seal refuses this batch, and it is drafted anew.
     */
    private static final String LOCK = FORCE_GENERIC_PLAN + """
        select pg_advisory_xact_lock(%d);
        select height, hash, first_seq + transfers, posted_at from ledger.block order by height desc limit 1;
        """.formatted(LedgerAccountStore.CHAIN_LOCK);

    private static final String ACCOUNTS = """
        select id, asset_id, side, state, minimum, debits, credits, pending_debits, pending_credits, version, last_seq
        from ledger.account where id = any(?)""";

    private static final String REFERENCED = """
        select p.id, p.kind, p.expires_at, r.kind, r.id,
          t.debit_account, t.credit_account, t.amount, t.asset_id, t.code, p.keeper, p.reference_type
        from ledger.posting p
        join ledger.transfer t on t.seq between p.first_seq and p.first_seq + p.legs - 1
        left join ledger.posting r on r.refers_to = p.id and r.reason = 0
        where p.id = any(?) and p.reason = 0
        order by t.seq""";

    private static final String PRIOR_OUTCOMES = """
        select p.id, p.request, p.reason, coalesce(p.first_seq, 0), b.posted_at
        from ledger.posting p join ledger.block b on b.height = p.block
        where p.id = any(?)""";

    private static final String ASSETS = "select id, code, scale from ledger.asset";

    private static final String LOCK_AND_ACCOUNTS = LOCK + ACCOUNTS;
    private static final String LOCK_AND_REFERENCED = LOCK + REFERENCED;

    /** Assets are only ever added, and a number never changes its meaning. */
    private final Map<Integer, Asset> assets = new ConcurrentHashMap<>();

    /** What a batch is drafted on. One of the two maps is filled by the first read. */
    record BatchInput(Head head, Map<Long, AccountBalance> balances, Map<UUID, ReferencedPosting> referenced) {}

    /** Waits for this batch's turn, then reads the chain's end and the accounts. */
    BatchInput lockAndReadBalances(Connection connection, long[] ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK_AND_ACCOUNTS)) {
            statement.setObject(1, ids);
            Head head = head(statement);
            return new BatchInput(head, readBalances(connection, statement.getResultSet()), Map.of());
        }
    }

    /** The same for a batch that refers to earlier postings, whose accounts are not known yet. */
    BatchInput lockAndReadReferenced(Connection connection, Collection<UUID> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK_AND_REFERENCED)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            Head head = head(statement);
            return new BatchInput(head, Map.of(), readReferenced(statement.getResultSet()));
        }
    }

    Map<Long, AccountBalance> balances(Connection connection, long[] ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ACCOUNTS)) {
            statement.setObject(1, ids);
            return readBalances(connection, statement.executeQuery());
        }
    }

    /** What these ids were first used for. */
    Map<UUID, PriorOutcome> priorOutcomes(Connection connection, Collection<UUID> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PRIOR_OUTCOMES)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            Map<UUID, PriorOutcome> stored = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    UUID id = rows.getObject(1, UUID.class);
                    stored.put(
                            id,
                            new PriorOutcome(id, rows.getBytes(2), rows.getInt(3), rows.getLong(4), instant(rows, 5)));
                }
            }
            return stored;
        }
    }

    private static Head head(PreparedStatement statement) throws SQLException {
        statement.execute();
        statement.getMoreResults();
        statement.getMoreResults();
        Head head = Head.NONE;
        try (ResultSet rows = statement.getResultSet()) {
            if (rows.next()) {
                head = new Head(rows.getLong(1), rows.getBytes(2), rows.getLong(3), instant(rows, 4));
            }
            statement.getMoreResults(java.sql.Statement.KEEP_CURRENT_RESULT);
        }
        return head;
    }

    private Map<Long, AccountBalance> readBalances(Connection connection, ResultSet rows) throws SQLException {
        try (rows) {
            Map<Long, AccountBalance> found = new HashMap<>();
            while (rows.next()) {
                AccountBalance balance = readBalance(connection, rows);
                found.put(balance.id(), balance);
            }
            return found;
        }
    }

    private AccountBalance readBalance(Connection connection, ResultSet row) throws SQLException {
        int assetId = row.getInt(2);
        return new AccountBalance(
                row.getLong(1),
                assetId,
                asset(connection, assetId),
                NormalSide.of(row.getInt(3)),
                LedgerAccountState.values()[row.getInt(4)],
                units(row, 5),
                units(row, 6),
                units(row, 7),
                units(row, 8),
                units(row, 9),
                row.getLong(10),
                row.getLong(11));
    }

    private Asset asset(Connection connection, int id) throws SQLException {
        Asset asset = assets.get(id);
        if (asset != null) {
            return asset;
        }
        try (PreparedStatement statement = connection.prepareStatement(ASSETS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                assets.put(rows.getInt(1), new Asset(rows.getString(2), rows.getInt(3)));
            }
        }
        return java.util.Objects.requireNonNull(assets.get(id), "the schema's foreign key");
    }

    private static Map<UUID, ReferencedPosting> readReferenced(ResultSet rows) throws SQLException {
        try (rows) {
            Map<UUID, ReferencedPosting> found = new HashMap<>();
            while (rows.next()) {
                ReferencedPosting one = readReferenced(rows, rows.getObject(1, UUID.class));
                found.merge(one.id(), one, ReferencedPosting::withLegsOf);
            }
            return found;
        }
    }

    private static ReferencedPosting readReferenced(ResultSet row, UUID id) throws SQLException {
        int resolvedBy = row.getInt(4);
        LegRow leg = new LegRow(row.getLong(6), row.getLong(7), units(row, 8), row.getInt(9), row.getInt(10));
        return new ReferencedPosting(
                id,
                Keeper.of(row.getInt(11)),
                row.getString(12),
                PostingKind.of(row.getInt(2)),
                instantOrNull(row, 3),
                List.of(leg),
                resolvedBy == 0 ? null : PostingKind.of(resolvedBy),
                row.getObject(5, UUID.class));
    }

    static List<UUID> ids(List<Ticket> tickets) {
        List<UUID> ids = new ArrayList<>(tickets.size());
        tickets.forEach(ticket -> ids.add(ticket.posting().id()));
        return ids;
    }
}
