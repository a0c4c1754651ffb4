package network.fanz.security.identity.eligibility;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The policy table and the imported sanctions lists. */
final class EligibilityStore {
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final boolean samples;

    EligibilityStore(JdbcClient jdbc, JdbcTemplate batches, boolean samples) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.samples = samples;
    }

    /** The rule of the newest version in effect: the country's own rule, or the rule for all other countries. */
    Optional<EligibilityRule> rule(String country, LocalDate today) {
        return jdbc.sql("""
                        select version, country, served, age_min, source, reviewed_by, effective_from
                        from identity.eligibility_rule
                        where version = (select max(version) from identity.eligibility_rule where effective_from <= :today)
                          and country in (:country, '*')
                        order by country desc
                        limit 1
                        """)
                .param("country", country)
                .param("today", today)
                .query(EligibilityStore::rule)
                .optional();
    }

    List<EligibilityRule> rules() {
        return jdbc.sql("""
                        select version, country, served, age_min, source, reviewed_by, effective_from
                        from identity.eligibility_rule
                        order by version desc, country
                        limit 2000
                        """).query(EligibilityStore::rule).list();
    }

    /** Until the transaction ends, no other transaction gets a number. */
    int nextVersion() {
        jdbc.sql("select pg_advisory_xact_lock(77, hashtext('identity.eligibility_rule'))")
                .query((row, number) -> 0)
                .single();
        return jdbc.sql("select coalesce(max(version), 0) + 1 from identity.eligibility_rule")
                .query(Integer.class)
                .single();
    }

    void addRules(List<EligibilityRule> rules) {
        List<Object[]> rows = rules.stream()
                .map(rule -> new Object[] {
                    rule.version(),
                    rule.country(),
                    rule.served(),
                    rule.ageMin(),
                    rule.source(),
                    rule.reviewedBy(),
                    Date.valueOf(rule.effectiveFrom())
                })
                .toList();
        batches.batchUpdate("""
                insert into identity.eligibility_rule
                  (version, country, served, age_min, source, reviewed_by, effective_from)
                values (?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }

    /** The newest list of every source. The sample counts only in the profile {@code local}, even if the data folder was tried there. */
    List<UUID> listsInForce() {
        return jdbc.sql("""
                        select distinct on (source) id from identity.sanctions_list
                        where not sample or :samples
                        order by source, imported_at desc, id desc
                        """).param("samples", samples).query(UUID.class).list();
    }

    List<SanctionedName> names(List<UUID> lists) {
        return jdbc.sql(
                        "select name, born from identity.sanctions_entry where list_id in (:lists) order by list_id, number")
                .param("lists", lists)
                .query((row, number) ->
                        new SanctionedName(row.getString("name"), row.getObject("born", LocalDate.class)))
                .list();
    }

    void addList(
            UUID id,
            String source,
            LocalDate publishedOn,
            byte[] sha256,
            boolean sample,
            List<SanctionedName> names,
            Instant at,
            @Nullable AccountId by) {
        jdbc.sql("""
                        insert into identity.sanctions_list
                          (id, source, published_on, sha256, entries, sample, imported_at, imported_by)
                        values (:id, :source, :published, :sha256, :entries, :sample, :at, :by)
                        """)
                .param("id", id)
                .param("source", source)
                .param("published", publishedOn)
                .param("sha256", sha256)
                .param("entries", names.size())
                .param("sample", sample)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by == null ? null : by.value(), java.sql.Types.OTHER)
                .update();
        addNames(id, names);
    }

    private void addNames(UUID list, List<SanctionedName> names) {
        List<Object[]> rows = new ArrayList<>();
        for (SanctionedName name : names) {
            LocalDate born = name.born();
            rows.add(new Object[] {list, rows.size() + 1, name.name(), born == null ? null : Date.valueOf(born)});
        }
        for (int from = 0; from < rows.size(); from += BATCH) {
            batches.batchUpdate(
                    "insert into identity.sanctions_entry (list_id, number, name, born) values (?, ?, ?, ?)",
                    rows.subList(from, Math.min(rows.size(), from + BATCH)));
        }
    }

    private static EligibilityRule rule(ResultSet row, int number) throws SQLException {
        return new EligibilityRule(
                row.getInt("version"),
                row.getString("country"),
                row.getBoolean("served"),
                row.getInt("age_min"),
                row.getString("source"),
                row.getString("reviewed_by"),
                row.getObject("effective_from", LocalDate.class));
    }
}
