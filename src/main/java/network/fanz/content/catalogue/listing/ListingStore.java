package network.fanz.content.catalogue.listing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.content.catalogue.ListedChanges;
import network.fanz.content.catalogue.ListedStanding;
import network.fanz.content.catalogue.WorkAudience;
import network.fanz.content.media.UploadType;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which works are published, and which have changed. */
@Component
class ListingStore {
    private static final String STAMPS = """
            select r.work, w.creator, r.id || ' ' || coalesce(greatest(c.changed_by, o.changed_by)::text, '') as stamp
              from catalogue.release r join catalogue.work w on w.id = r.work
              left join catalogue.listing_change c on c.subject = r.work
              left join catalogue.listing_change o on o.subject = w.creator
             where r.state = 'PUBLISHED' and r.withdrawn_at is null
            """;

    private final JdbcClient jdbc;

    ListingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record StampRow(UUID work, AccountId creator, String stamp) {}

    long count() {
        return jdbc.sql("select count(*) from catalogue.release where state = 'PUBLISHED' and withdrawn_at is null")
                .query(Long.class)
                .single();
    }

    List<StampRow> stamps(@Nullable UUID after, int limit) {
        return jdbc.sql(STAMPS + " and (:after::uuid is null or r.work > :after::uuid) order by r.work limit :limit")
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query(ListingStore::stamp)
                .list();
    }

    List<StampRow> stamps(Collection<UUID> works) {
        return jdbc.sql(STAMPS + " and r.work = any(?)")
                .param(works.toArray(UUID[]::new))
                .query(ListingStore::stamp)
                .list();
    }

    /** Both in one statement: the mark is that of the snapshot in which the rows are read. */
    ListedChanges changes(@Nullable String since, int limit) {
        List<ChangeRow> rows = jdbc.sql("""
                select pg_snapshot_xmin(pg_current_snapshot())::text as until, w.id as work
                  from (select 1) one left join (
                    select subject from catalogue.listing_change where changed_by >= :since::text::xid8 order by changed_by limit :limit
                  ) c on true
                  left join catalogue.work w on w.id = c.subject or w.creator = c.subject limit :limit""")
                .param("since", since, Types.VARCHAR)
                .param("limit", limit + 1)
                .query((row, number) -> new ChangeRow(row.getString("until"), row.getObject("work", UUID.class)))
                .list();
        return new ListedChanges(
                rows.stream().map(ChangeRow::work).filter(Objects::nonNull).toList(),
                rows.size() <= limit,
                rows.getFirst().until());
    }

    /** @param work null if nothing has changed */
    private record ChangeRow(String until, @Nullable UUID work) {}

    List<ListedStanding> standing(Collection<UUID> releases) {
        return jdbc.sql("""
                select r.id, r.work, r.type, r.moved_at, w.creator, s.audience
                  from catalogue.release r join catalogue.work w on w.id = r.work left join catalogue.showing s on s.work = r.work
                 where r.state = 'PUBLISHED' and r.withdrawn_at is null and r.id = any(?)""")
                .param(releases.toArray(UUID[]::new))
                .query(ListingStore::standing)
                .list();
    }

    void noteChange(AccountId creator) {
        jdbc.sql("select catalogue.note_listing_change(?)")
                .param(creator.value())
                .query((row, number) -> number)
                .list();
    }

    private static StampRow stamp(ResultSet row, int number) throws SQLException {
        return new StampRow(
                row.getObject("work", UUID.class),
                new AccountId(row.getObject("creator", UUID.class)),
                row.getString("stamp"));
    }

    private static ListedStanding standing(ResultSet row, int number) throws SQLException {
        String audience = row.getString("audience");
        return new ListedStanding(
                row.getObject("id", UUID.class),
                row.getObject("work", UUID.class),
                new AccountId(row.getObject("creator", UUID.class)),
                UploadType.valueOf(row.getString("type")).isFilm(),
                audience == null ? WorkAudience.SUPPORTERS : WorkAudience.valueOf(audience),
                Columns.instant(row, "moved_at"));
    }
}
