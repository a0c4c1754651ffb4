package network.fanz.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import network.fanz.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every column of every module says what kind of data it holds, and personal data is ciphertext. */
@Tag("database")
class ClassifiedColumnsTest {
    private static List<Column> columns;

    record Column(String name, String type, String kind) {}

    @BeforeAll
    static void read() {
        columns = JdbcClient.create(TestDatabase.fresh().asOwner())
                .sql("""
                        select n.nspname || '.' || c.relname || '.' || a.attname as name,
                          format_type(a.atttypid, a.atttypmod) as type,
                          coalesce(col_description(c.oid, a.attnum), 'none') as kind
                        from pg_attribute a
                          join pg_class c on c.oid = a.attrelid
                          join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p', 'm', 'f') and not c.relispartition
                          and a.attnum > 0 and not a.attisdropped
                          and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
                          and c.relname <> 'flyway_schema_history'
                        order by 1
                        """)
                .query(Column.class)
                .list();
    }

    @Test
    void everyColumnIsClassified() {
        assertThat(columns)
                .filteredOn(column -> !List.of("plain", "reference", "sealed", "keyed", "secret")
                        .contains(column.kind()))
                .as("columns that no migration classifies: call postgres.classify(…)")
                .isEmpty();
    }

    @Test
    void sealedColumnsHoldBytes() {
        assertThat(columns)
                .filteredOn(column -> column.kind().equals("sealed"))
                .allSatisfy(
                        column -> assertThat(column.type()).as(column.name()).isEqualTo("bytea"));
    }

    @Test
    void columnsNamedLikePersonalDataAreNotPlain() {
        assertThat(columns)
                .filteredOn(
                        column -> column.name()
                                .matches(
                                        ".*\\.(email|e_mail|phone|birth.*|date_of_birth|street|postcode|(.*_)?password(_hash)?|address)"))
                .allSatisfy(
                        column -> assertThat(column.kind()).as(column.name()).isNotIn("plain", "reference"));
    }
}
