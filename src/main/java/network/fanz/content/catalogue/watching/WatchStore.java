package network.fanz.content.catalogue.watching;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.content.catalogue.ContentWarning;
import network.fanz.content.catalogue.Showing;
import network.fanz.content.catalogue.WorkAudience;
import network.fanz.content.media.UploadType;
import network.fanz.finance.currency.CountedInCurrency;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is published, and to whom it is shown. */
@Component
class WatchStore implements CountedInCurrency {
    private static final String PUBLISHED = """
            select r.id, r.work, r.version, r.upload, r.type, r.title, r.description, r.tags, r.moved_at, w.creator,
              s.audience, s.warnings, s.asset, s.price
              from catalogue.release r join catalogue.work w on w.id = r.work left join catalogue.showing s on s.work = r.work
             where r.state = 'PUBLISHED' and r.withdrawn_at is null
            """;
    private static final String BEHIND = """
             and (:after::uuid is null or (r.moved_at, r.id) < (select b.moved_at, b.id from catalogue.release b where b.id = :after::uuid))
             order by r.moved_at desc, r.id desc limit :limit""";

    private final JdbcClient jdbc;

    WatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** There are as many rows as works that are sold. */
    @Override
    public Optional<String> contradiction(Asset currency) {
        return jdbc.sql("select asset from catalogue.showing where asset <> :currency limit 1")
                .param("currency", currency.toString())
                .query((row, number) -> "works priced in " + row.getString("asset"))
                .optional();
    }

    /**
     * @param title sealed under the work's key, as the description and the tags are
     * @param tags null if it has none
     */
    record WatchRow(
            UUID release,
            UUID work,
            int version,
            AccountId creator,
            UUID upload,
            UploadType type,
            byte[] title,
            byte[] description,
            byte @Nullable [] tags,
            Showing showing,
            Instant publishedAt) {}

    Optional<WatchRow> ofWork(UUID work) {
        return jdbc.sql(PUBLISHED + " and r.work = ? order by r.number desc limit 1")
                .param(work)
                .query(WatchStore::row)
                .optional();
    }

    /** The release if it is published and has not moved since it had this version. */
    Optional<WatchRow> release(UUID release, int version) {
        return jdbc.sql(PUBLISHED + " and r.id = ? and r.version = ?")
                .params(release, version)
                .query(WatchStore::row)
                .optional();
    }

    List<WatchRow> newest(@Nullable UUID after, int limit) {
        return jdbc.sql(PUBLISHED + BEHIND)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query(WatchStore::row)
                .list();
    }

    List<WatchRow> of(Collection<AccountId> creators, @Nullable UUID after, int limit) {
        return jdbc.sql(PUBLISHED + " and w.creator = any(:creators)" + BEHIND)
                .param("creators", creators.stream().map(AccountId::value).toArray(UUID[]::new))
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query(WatchStore::row)
                .list();
    }

    /** Those of them that a pass opens. */
    List<WatchRow> forSupporters(Collection<AccountId> creators, @Nullable UUID after, int limit) {
        return jdbc.sql(PUBLISHED + " and w.creator = any(:creators) and s.audience is distinct from 'BUYERS'" + BEHIND)
                .param("creators", creators.stream().map(AccountId::value).toArray(UUID[]::new))
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query(WatchStore::row)
                .list();
    }

    List<WatchRow> these(Collection<UUID> works) {
        return jdbc.sql(PUBLISHED + " and r.work = any(:works)")
                .param("works", works.toArray(UUID[]::new))
                .query(WatchStore::row)
                .list();
    }

    List<WatchRow> ofReleases(Collection<UUID> releases) {
        return jdbc.sql(PUBLISHED + " and r.id = any(:releases)")
                .param("releases", releases.toArray(UUID[]::new))
                .query(WatchStore::row)
                .list();
    }

    boolean isOf(UUID work, AccountId creator) {
        return jdbc.sql("select exists (select from catalogue.work where id = ? and creator = ?)")
                .params(work, creator.value())
                .query(Boolean.class)
                .single();
    }

    Optional<Showing> showing(UUID work) {
        return jdbc.sql("select audience, warnings, asset, price from catalogue.showing where work = ?")
                .param(work)
                .query((row, number) -> showing(row))
                .optional();
    }

    void setShowing(UUID work, Showing showing, Instant at) {
        Money price = showing.price();
        jdbc.sql("""
                insert into catalogue.showing (work, audience, warnings, asset, price, chosen_at)
                values (:work, :audience, :warnings, :asset, :price, :at)
                on conflict (work) do update set audience = :audience, warnings = :warnings, asset = :asset, price = :price, chosen_at = :at""")
                .param("work", work)
                .param("audience", showing.audience().name())
                .param(
                        "warnings",
                        showing.warnings().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("asset", price == null ? null : price.asset().toString(), Types.VARCHAR)
                .param("price", price == null ? null : new BigDecimal(price.units()), Types.NUMERIC)
                .param("at", Columns.utc(at))
                .update();
    }

    private static WatchRow row(ResultSet row, int number) throws SQLException {
        return new WatchRow(
                row.getObject("id", UUID.class),
                row.getObject("work", UUID.class),
                row.getInt("version"),
                new AccountId(row.getObject("creator", UUID.class)),
                row.getObject("upload", UUID.class),
                UploadType.valueOf(row.getString("type")),
                row.getBytes("title"),
                row.getBytes("description"),
                row.getBytes("tags"),
                row.getString("audience") == null ? Showing.UNSAID : showing(row),
                Columns.instant(row, "moved_at"));
    }

    private static Showing showing(ResultSet row) throws SQLException {
        return new Showing(
                WorkAudience.valueOf(row.getString("audience")), warnings(row.getArray("warnings")), price(row));
    }

    private static @Nullable Money price(ResultSet row) throws SQLException {
        BigDecimal price = row.getBigDecimal("price");
        return price == null ? null : new Money(Asset.of(row.getString("asset")), price.toBigIntegerExact());
    }

    private static Set<ContentWarning> warnings(Array names) throws SQLException {
        Set<ContentWarning> warnings = EnumSet.noneOf(ContentWarning.class);
        Arrays.stream((String[]) names.getArray()).map(ContentWarning::valueOf).forEach(warnings::add);
        return warnings;
    }
}
