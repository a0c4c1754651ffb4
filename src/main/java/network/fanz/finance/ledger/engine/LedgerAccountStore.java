package network.fanz.finance.ledger.engine;

import static network.fanz.platform.postgres.Columns.units;
import static network.fanz.platform.postgres.Columns.utc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.Asset;
import network.fanz.finance.ledger.AccountCode;
import network.fanz.finance.ledger.AssetScaleFixed;
import network.fanz.finance.ledger.LedgerAccount;
import network.fanz.finance.ledger.LedgerAccountId;
import network.fanz.finance.ledger.LedgerAccountState;
import network.fanz.finance.ledger.NewLedgerAccount;
import network.fanz.finance.ledger.NormalSide;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts and assets; all but their balances, which only a batch changes. */
public final class LedgerAccountStore {
    /** The advisory lock of whoever drafts a batch from rows: the letters of "ledger". */
    static final long CHAIN_LOCK = 0x6c6564676572L;

    private static final String ACCOUNT = """
        select a.id, a.owner_id, a.code, s.code as asset, s.scale, a.asset_id, a.side, a.state, a.minimum, a.debits,
          a.credits, a.pending_debits, a.pending_credits, a.version, a.last_seq
        from ledger.account a join ledger.asset s on s.id = a.asset_id
        """;

    private final JdbcClient jdbc;

    public LedgerAccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws AssetScaleFixed if the asset is known with another scale */
    public int assetId(Asset asset) {
        AssetRow assetRow = findAsset(asset).orElseGet(() -> {
            insert(asset);
            return findAsset(asset).orElseThrow();
        });
        if (assetRow.scale() != asset.scale()) {
            throw new AssetScaleFixed(asset, assetRow.scale());
        }
        return assetRow.id();
    }

    /** A known asset's scale. */
    public Optional<Integer> scale(String code) {
        return jdbc.sql("select scale from ledger.asset where code = :code")
                .param("code", code)
                .query(Integer.class)
                .optional();
    }

    private record AssetRow(int id, int scale) {}

    private Optional<AssetRow> findAsset(Asset asset) {
        return jdbc.sql("select id, scale from ledger.asset where code = :code")
                .param("code", asset.code())
                .query((row, number) -> new AssetRow(row.getInt("id"), row.getInt("scale")))
                .optional();
    }

    private void insert(Asset asset) {
        jdbc.sql("""
                insert into ledger.asset (code, scale, digest) values (:code, :scale, ledger.asset_digest(:code, :scale))
                on conflict (code) do nothing""").param("code", asset.code()).param("scale", asset.scale()).update();
    }

    public void insert(NewLedgerAccount account, int assetId, Instant openedAt) {
        jdbc.sql("""
                insert into ledger.account (owner_id, code, asset_id, side, minimum, opened_at, digest)
                values (:owner, :code, :asset, :side, :minimum, :openedAt,
                  ledger.account_digest(:owner, :code, :asset, :side, 0, :minimum, :openedAt))
                on conflict (owner_id, code, asset_id) do nothing""")
                .param("owner", account.ownerId())
                .param("code", account.code().number())
                .param("asset", assetId)
                .param("side", account.side().number())
                .param("minimum", new BigDecimal(account.minimumBalance()))
                .param("openedAt", utc(openedAt))
                .update();
    }

    public Optional<LedgerAccount> find(String ownerId, AccountCode code, int assetId) {
        return jdbc.sql(ACCOUNT + "where a.owner_id = :owner and a.code = :code and a.asset_id = :asset")
                .param("owner", ownerId)
                .param("code", code.number())
                .param("asset", assetId)
                .query(LedgerAccountStore::account)
                .optional();
    }

    public Optional<LedgerAccount> find(long id) {
        return jdbc.sql(ACCOUNT + "where a.id = :id")
                .param("id", id)
                .query(LedgerAccountStore::account)
                .optional();
    }

    public List<LedgerAccount> findAll(Collection<LedgerAccountId> ids) {
        return jdbc.sql(ACCOUNT + "where a.id = any (:ids)")
                .param("ids", ids.stream().map(LedgerAccountId::value).toArray(Long[]::new))
                .query(LedgerAccountStore::account)
                .list();
    }

    public List<LedgerAccount> ofOwner(String ownerId) {
        return jdbc.sql(ACCOUNT + "where a.owner_id = :owner order by a.id")
                .param("owner", ownerId)
                .query(LedgerAccountStore::account)
                .list();
    }

    /** No batch changes this account until the caller's transaction ends. */
    public void lock(long id) {
        jdbc.sql("select id from ledger.account where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    public void setState(long id, LedgerAccountState ledgerAccountState) {
        jdbc.sql("""
                update ledger.account
                set state = :state, digest = ledger.account_digest(owner_id, code, asset_id, side, :state, minimum, opened_at)
                where id = :id""")
                .param("state", ledgerAccountState.ordinal())
                .param("id", id)
                .update();
    }

    List<UUID> expiredHolds(Instant now, int max) {
        return jdbc.sql("""
                select posting_id from ledger.hold where expires_at <= :now order by expires_at limit :max""")
                .param("now", utc(now))
                .param("max", max)
                .query(UUID.class)
                .list();
    }

    private static LedgerAccount account(ResultSet row, int number) throws SQLException {
        return new LedgerAccount(
                new LedgerAccountId(row.getLong("id")),
                row.getString("owner_id"),
                AccountCode.of(row.getInt("code")),
                new Asset(row.getString("asset"), row.getInt("scale")),
                NormalSide.of(row.getInt("side")),
                LedgerAccountState.values()[row.getInt("state")],
                units(row, "minimum"),
                units(row, "debits"),
                units(row, "credits"),
                units(row, "pending_debits"),
                units(row, "pending_credits"),
                row.getLong("version"));
    }
}
