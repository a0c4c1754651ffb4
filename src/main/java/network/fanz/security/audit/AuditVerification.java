package network.fanz.security.audit;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The result of reading the whole audit log and computing every hash again. The chain shows any change in its middle. A cut at its end
 * shows only against a head that was noted earlier, so note the number of entries and the head outside of the database from time to time.
 *
 * @param entries how many entries are sound, from the first on
 * @param head the hash of the last sound entry, in hexadecimal
 * @param firstBad the first entry that is changed, missing or out of place; null if there is none
 * @param why what is wrong with that entry; null if nothing is
 */
public record AuditVerification(
        long entries,
        String head,
        @Nullable Long firstBad,
        @Nullable String why) {
    private static final int PAGE = 2000;

    /** Reads the log with any role that may select from it. */
    public static AuditVerification of(DataSource dataSource) {
        return of(new AuditStore(new JdbcTemplate(dataSource)));
    }

    public boolean good() {
        return firstBad == null;
    }

    static AuditVerification of(AuditStore store) {
        long entries = 0;
        byte[] head = AuditRow.GENESIS;
        for (List<AuditRow> page = store.after(0, PAGE); !page.isEmpty(); page = store.after(entries, PAGE)) {
            for (AuditRow row : page) {
                String wrong = wrong(row, entries, head);
                if (wrong != null) {
                    return new AuditVerification(entries, hex(head), entries + 1, wrong);
                }
                entries = row.seq();
                head = row.hash();
            }
        }
        return new AuditVerification(entries, hex(head), null, null);
    }

    private static @Nullable String wrong(AuditRow row, long before, byte[] head) {
        if (row.seq() != before + 1) {
            return "the entry is missing";
        }
        if (!Arrays.equals(row.previous(), head)) {
            return "it does not follow from the entry before it";
        }
        return Arrays.equals(row.hash(), row.computedHash()) ? null : "it has been changed";
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
