package network.fanz.content.moderation;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import network.fanz.content.intelligence.PdqHash;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The hashes by which the banks were asked about releases. */
@Component
class ReleaseHashStore {
    private static final HexFormat HEX = HexFormat.of();

    private final JdbcClient jdbc;

    ReleaseHashStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param change of the banks up to which they were asked
     * @param namedAt when a bank had come to name it; null if none has
     * @param seals whether one of child safety names it
     */
    record HashedRelease(
            UUID release,
            Map<HashAlgorithm, String> digests,
            List<PdqHash> looks,
            long change,
            @Nullable Instant namedAt,
            boolean seals) {}

    void keep(UUID release, Map<HashAlgorithm, String> digests, List<PdqHash> looks, long change) {
        jdbc.sql("""
                insert into moderation.release_hash (release, sha256, sha1, md5, looks, change) values (:release, :sha256, :sha1, :md5, :looks, :change)
                on conflict (release) do update set change = excluded.change, looks = excluded.looks""")
                .param("release", release)
                .param("sha256", HEX.parseHex(digests.get(HashAlgorithm.SHA256)))
                .param("sha1", HEX.parseHex(digests.get(HashAlgorithm.SHA1)))
                .param("md5", HEX.parseHex(digests.get(HashAlgorithm.MD5)))
                .param("looks", bytes(looks))
                .param("change", change)
                .update();
    }

    Optional<HashedRelease> find(UUID release) {
        return jdbc.sql("select * from moderation.release_hash where release = ?")
                .param(release)
                .query((row, number) -> row(row))
                .optional();
    }

    /** They were asked again, and none names it. */
    void setChange(UUID release, long change) {
        jdbc.sql("update moderation.release_hash set change = ? where release = ? and change < ?")
                .params(change, release, change)
                .update();
    }

    void setNamed(UUID release, boolean seals, long change, Instant at) {
        jdbc.sql("""
                update moderation.release_hash set named_at = ?, seals = seals or ?, change = ?, done_at = null where release = ?""").params(Columns.utc(at), seals, change, release).update();
    }

    /** What was named and nothing was done about yet. */
    List<HashedRelease> named(int limit) {
        return jdbc.sql("""
                select * from moderation.release_hash where named_at is not null and done_at is null
                 order by named_at limit ? for update skip locked""").param(limit).query((row, number) -> row(row)).list();
    }

    void setDone(UUID release, Instant at) {
        jdbc.sql("update moderation.release_hash set done_at = ? where release = ?")
                .params(Columns.utc(at), release)
                .update();
    }

    private static HashedRelease row(ResultSet row) throws SQLException {
        return new HashedRelease(
                row.getObject("release", UUID.class),
                Map.of(
                        HashAlgorithm.SHA256, HEX.formatHex(row.getBytes("sha256")),
                        HashAlgorithm.SHA1, HEX.formatHex(row.getBytes("sha1")),
                        HashAlgorithm.MD5, HEX.formatHex(row.getBytes("md5"))),
                looks(row.getBytes("looks")),
                row.getLong("change"),
                Columns.instantOrNull(row, "named_at"),
                row.getBoolean("seals"));
    }

    private static byte[] bytes(List<PdqHash> looks) {
        ByteBuffer bytes = ByteBuffer.allocate(looks.size() * PdqHash.BITS / Byte.SIZE);
        looks.forEach(look -> bytes.putLong(look.first())
                .putLong(look.second())
                .putLong(look.third())
                .putLong(look.fourth()));
        return bytes.array();
    }

    private static List<PdqHash> looks(byte[] kept) {
        ByteBuffer bytes = ByteBuffer.wrap(kept);
        List<PdqHash> looks = new ArrayList<>();
        while (bytes.hasRemaining()) {
            looks.add(new PdqHash(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong()));
        }
        return looks;
    }
}
