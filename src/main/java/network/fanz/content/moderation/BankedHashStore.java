package network.fanz.content.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hashes in banks. */
@Component
class BankedHashStore {
    private final JdbcClient jdbc;

    BankedHashStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next change's number; changes come one after the other until the transaction ends. */
    long nextChange(int withdrawn) {
        return jdbc.sql(
                        "update moderation.hash_change set number = number + 1, withdrawn = withdrawn + ? returning number")
                .param(withdrawn)
                .query(Long.class)
                .single();
    }

    /** @return how many of them the bank did not have */
    int insert(UUID bank, Collection<NewHash> hashes, long change, AccountId by, Instant at) {
        return jdbc.sql("""
                insert into moderation.banked_hash (bank, algorithm, hash, reference, change, added_at, added_by)
                select :bank, added.algorithm, added.hash, added.reference, :change, :at, :by
                from unnest(:algorithms::text[], :hashes::bytea[], :references::text[]) as added (algorithm, hash, reference)
                on conflict (bank, algorithm, hash) where withdrawn_at is null do nothing""")
                .param("bank", bank)
                .param("change", change)
                .param("at", Columns.utc(at))
                .param("by", by.value())
                .param(
                        "algorithms",
                        each(hashes, String[]::new, hash -> hash.algorithm().name()),
                        Types.ARRAY)
                .param("hashes", each(hashes, byte[][]::new, NewHash::bytes), Types.ARRAY)
                .param("references", each(hashes, String[]::new, NewHash::reference), Types.ARRAY)
                .update();
    }

    private static <T> T[] each(
            Collection<NewHash> hashes,
            java.util.function.IntFunction<T[]> array,
            Function<NewHash, @Nullable T> part) {
        return hashes.stream().map(part).toArray(array);
    }

    /** @return whether it was in force */
    boolean withdraw(UUID bank, long hash, long change, String because, AccountId by, Instant at) {
        return jdbc.sql("""
                        update moderation.banked_hash
                           set change = :change, withdrawn_at = :at, withdrawn_by = :by, withdrawn_because = :because
                         where id = :id and bank = :bank and withdrawn_at is null""")
                        .param("change", change)
                        .param("at", Columns.utc(at))
                        .param("by", by.value())
                        .param("because", because)
                        .param("id", hash)
                        .param("bank", bank)
                        .update()
                == 1;
    }

    /** How many of a bank were withdrawn after that, counted up to a bound. */
    int withdrawnSince(UUID bank, Instant since, int most) {
        return jdbc.sql("""
                        select count(*) from (
                          select from moderation.banked_hash where bank = ? and withdrawn_at > ? limit ?) withdrawn""")
                .params(bank, Columns.utc(since), most)
                .query(Integer.class)
                .single();
    }

    Optional<BankedHash> find(UUID bank, long hash) {
        return jdbc.sql("select * from moderation.banked_hash where id = ? and bank = ?")
                .params(hash, bank)
                .query((row, number) -> hash(row))
                .optional();
    }

    /** The newest first. */
    List<BankedHash> of(UUID bank, long before, int limit) {
        return jdbc.sql("select * from moderation.banked_hash where bank = ? and id < ? order by id desc limit ?")
                .params(bank, before, limit)
                .query((row, number) -> hash(row))
                .list();
    }

    /**
     * What is in force in a bank that is switched on: with one of these digests, or under one of these numbers.
     *
     * @param digests by their algorithm, in hexadecimal digits
     * @param near how far the hash of each number is from what was looked up
     */
    List<BankMatch> inForce(Map<HashAlgorithm, String> digests, Map<Long, Integer> near) {
        return jdbc.sql("""
                select found.id, found.algorithm, bank.id as bank, bank.meaning from (
                  select hash.id, hash.algorithm, hash.bank from moderation.banked_hash hash
                    join unnest(:algorithms::text[], :digests::text[]) as wanted (algorithm, digest)
                      on hash.algorithm = wanted.algorithm and hash.hash = decode(wanted.digest, 'hex')
                   where hash.withdrawn_at is null
                  union all
                  select hash.id, hash.algorithm, hash.bank from moderation.banked_hash hash
                   where hash.id = any(:near) and hash.withdrawn_at is null) found
                join moderation.hash_bank bank on bank.id = found.bank
                where bank.enabled""")
                .param("algorithms", digests.keySet().stream().map(Enum::name).toArray(String[]::new), Types.ARRAY)
                .param("digests", digests.values().toArray(String[]::new), Types.ARRAY)
                .param("near", near.keySet().toArray(Long[]::new), Types.ARRAY)
                .query((row, number) -> new BankMatch(
                        row.getObject("bank", UUID.class),
                        row.getLong("id"),
                        BankMeaning.valueOf(row.getString("meaning")),
                        HashAlgorithm.valueOf(row.getString("algorithm")),
                        near.getOrDefault(row.getLong("id"), 0)))
                .list();
    }

    private static BankedHash hash(ResultSet row) throws SQLException {
        Instant withdrawnAt = Columns.instantOrNull(row, "withdrawn_at");
        return new BankedHash(
                row.getLong("id"),
                row.getObject("bank", UUID.class),
                HashAlgorithm.valueOf(row.getString("algorithm")),
                HexFormat.of().formatHex(row.getBytes("hash")),
                row.getString("reference"),
                Columns.instant(row, "added_at"),
                new AccountId(row.getObject("added_by", UUID.class)),
                withdrawnAt == null
                        ? null
                        : new BankedHash.Withdrawal(
                                withdrawnAt,
                                new AccountId(row.getObject("withdrawn_by", UUID.class)),
                                row.getString("withdrawn_because")));
    }
}
