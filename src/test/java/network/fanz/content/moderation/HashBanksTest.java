package network.fanz.content.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.Forbidden;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Origin;
import network.fanz.common.Role;
import network.fanz.content.intelligence.Drawings;
import network.fanz.content.intelligence.ImageHasher;
import network.fanz.content.intelligence.ImageHashes;
import network.fanz.content.intelligence.PdqHash;
import network.fanz.content.moderation.HashVerdict.HashAnswer;
import network.fanz.content.moderation.index.KnownHashes;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditEntry;
import network.fanz.testing.RunningFanz;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What stands in a bank stops a file, at once and on every node, and whoever cannot say holds it. */
@Tag("database")
class HashBanksTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static final ImageHashes FILE = FANZ.bean(ImageHasher.class).hashes(Drawings.one());
    private static final PdqHash LOOK = FILE.looks().getFirst().hash();
    private static final RandomGenerator CHANCE = RandomGenerator.of("L64X128MixRandom");

    private final HashBanks lookUp = FANZ.bean(HashBanks.class);
    private final BankAdministration banks = FANZ.bean(BankAdministration.class);
    private final Caller moderator = caller(Role.MODERATOR);
    private final Caller custodian = caller(Role.CUSTODIAN);
    private final Caller administrator = caller(Role.ADMINISTRATOR);

    /** Nothing of it stays in force in the program that tests share. */
    @AfterEach
    void withdrawAll() {
        for (HashBank bank : banks.banks(administrator)) {
            banks.hashes(bank.id(), null, 1000, administrator).items().stream()
                    .filter(hash -> hash.withdrawal() == null)
                    .forEach(hash -> banks.withdraw(bank.id(), hash.id(), "a test is over", administrator));
        }
    }

    @Test
    void aFileThatNoBankKnowsIsClean() {
        bank(BankMeaning.OWN_BANNED);
        assertThat(verdict(FILE)).isEqualTo(new HashVerdict(HashAnswer.CLEAN, List.of()));
    }

    @Test
    void theSameFileMatchesExactlyByAnyDigest() {
        Map<HashAlgorithm, String> digests = Map.of(
                HashAlgorithm.SHA256, FILE.digests().sha256(),
                HashAlgorithm.SHA1, FILE.digests().sha1(),
                HashAlgorithm.MD5, FILE.digests().md5());
        digests.forEach((algorithm, digest) -> {
            HashBank bank = bank(BankMeaning.OWN_BANNED);
            add(bank, algorithm, digest);
            assertThat(verdict(FILE).matches()).singleElement().satisfies(match -> {
                assertThat(match.bank()).isEqualTo(bank.id());
                assertThat(match.algorithm()).isEqualTo(algorithm);
                assertThat(match.isExact()).isTrue();
            });
            withdrawAll();
        });
    }

    @Test
    void aPictureThatLooksAlikeMatchesNearHoweverItLies() {
        HashBank bank = bank(BankMeaning.NON_CONSENSUAL);
        PdqHash mirrored = FILE.looks().getFirst().forms().get(4);
        add(bank, HashAlgorithm.PDQ, KnownHashes.off(CHANCE, mirrored, 20).hex());
        assertThat(verdict(FILE).matches()).singleElement().satisfies(match -> {
            assertThat(match.meaning()).isEqualTo(BankMeaning.NON_CONSENSUAL);
            assertThat(match.isExact()).isFalse();
            assertThat(match.distance()).isBetween(1, 20);
        });
        assertThat(verdict(FILE).seals()).isFalse();
    }

    @Test
    void aMatchForChildSafetySealsAndComesFirst() {
        add(bank(BankMeaning.OWN_BANNED), HashAlgorithm.SHA256, FILE.digests().sha256());
        add(bank(BankMeaning.CHILD_SAFETY, custodian), custodian, HashAlgorithm.PDQ, LOOK.hex());
        HashVerdict verdict = verdict(FILE);
        assertThat(verdict.answer()).isEqualTo(HashAnswer.MATCH);
        assertThat(verdict.seals()).isTrue();
        assertThat(verdict.matches())
                .extracting(BankMatch::meaning)
                .containsExactly(BankMeaning.CHILD_SAFETY, BankMeaning.OWN_BANNED);
    }

    @Test
    void whatCannotBeHashedIsNotClean() {
        byte[] flat = Drawings.png(new java.awt.image.BufferedImage(90, 90, java.awt.image.BufferedImage.TYPE_INT_RGB));
        ImageHashes unhashable = FANZ.bean(ImageHasher.class).hashes(flat);
        assertThat(verdict(unhashable).answer()).isEqualTo(HashAnswer.UNHASHABLE);
        assertThat(verdict(FANZ.bean(ImageHasher.class).hashes(new byte[10])).answer())
                .isEqualTo(HashAnswer.UNHASHABLE);
        add(
                bank(BankMeaning.OWN_BANNED),
                HashAlgorithm.MD5,
                unhashable.digests().md5());
        assertThat(verdict(unhashable).answer()).isEqualTo(HashAnswer.MATCH);
    }

    @Test
    void anotherNodeSeesWhatIsAddedWithdrawnAndSwitchedAtOnce() {
        HashBank bank = bank(BankMeaning.OWN_BANNED);
        try (RunningFanz other = FANZ.another()) {
            HashBanks there = other.bean(HashBanks.class);
            await().until(() -> there.check(FILE).answer() == HashAnswer.CLEAN);
            for (int round = 0; round < 3; round++) {
                add(bank, HashAlgorithm.PDQ, LOOK.hex());
                assertThat(there.check(FILE).answer()).isEqualTo(HashAnswer.MATCH);
                banks.set(bank.id(), false, moderator);
                assertThat(there.check(FILE).answer()).isEqualTo(HashAnswer.CLEAN);
                banks.set(bank.id(), true, moderator);
                assertThat(there.check(FILE).answer()).isEqualTo(HashAnswer.MATCH);
                banks.withdraw(bank.id(), newest(bank).id(), "it was a mistake", moderator);
                assertThat(there.check(FILE).answer()).isEqualTo(HashAnswer.CLEAN);
            }
        }
    }

    @Test
    void aNodeThatCannotSayNowSaysSoAndNeverThatAFileIsClean() {
        HashBanks neverLoaded =
                new HashBanks(new BankIndex(FANZ.bean(LoadedHashStore.class)), FANZ.bean(BankedHashStore.class));
        assertThat(neverLoaded.check(FILE).answer()).isEqualTo(HashAnswer.NOT_READY);
        await().until(() -> neverLoaded.check(FILE).answer() == HashAnswer.CLEAN);
        try (RunningFanz away = RunningFanz.start()) {
            HashBanks there = away.bean(HashBanks.class);
            await().until(() -> there.check(FILE).answer() == HashAnswer.CLEAN);
            JdbcClient.create(away.database().asOwner())
                    .sql("drop table moderation.banked_hash")
                    .update();
            assertThat(there.check(FILE).answer()).isEqualTo(HashAnswer.NOT_READY);
        }
    }

    @Test
    void addsAllOrNothingAndNamesEachBadLine() {
        HashBank bank = bank(BankMeaning.OWN_BANNED);
        String good = LOOK.hex();
        String text =
                good + "\n\nnonsense\nSHA-1," + FILE.digests().sha1() + ",case 7\nmd5," + good + "\n" + good + ",a,b";
        assertThatThrownBy(() -> HashLines.read("hashes", text, HashAlgorithm.PDQ))
                .isInstanceOf(InvalidField.class)
                .hasMessageContaining("3, 5.");
        List<NewHash> read = HashLines.read(
                "hashes", good + ",case 8\r\nSHA-1," + FILE.digests().sha1(), HashAlgorithm.PDQ);
        assertThat(banks.add(bank.id(), read, moderator)).isEqualTo(new BankAdministration.AddedHashes(2, 0));
        assertThat(banks.add(bank.id(), read, moderator)).isEqualTo(new BankAdministration.AddedHashes(0, 2));
        assertThat(banks.bank(bank.id(), moderator).hashes()).isEqualTo(2);
        assertThat(banks.hashes(bank.id(), null, 10, moderator).items())
                .extracting(BankedHash::reference)
                .containsExactly(null, "case 8");
        assertThatThrownBy(() -> HashLines.read("hashes", (good + "\n").repeat(5001), HashAlgorithm.PDQ))
                .isInstanceOf(InvalidField.class)
                .hasMessageContaining("5000");
        assertThatThrownBy(() -> HashLines.read("hashes", "x\n".repeat(100), HashAlgorithm.PDQ))
                .hasMessageContaining("and 80 more");
        assertThatThrownBy(() -> HashLines.read("hashes", " \n", HashAlgorithm.PDQ))
                .isInstanceOf(InvalidField.class);
    }

    @Test
    void tellsAndAuditsEveryChangeOnce() {
        HashBank bank = bank(BankMeaning.OWN_BANNED);
        add(bank, HashAlgorithm.PDQ, LOOK.hex());
        add(bank, HashAlgorithm.PDQ, LOOK.hex());
        long hash = newest(bank).id();
        banks.withdraw(bank.id(), hash, "it was a mistake", moderator);
        banks.withdraw(bank.id(), hash, "once more", moderator);
        banks.set(bank.id(), true, moderator);
        banks.set(bank.id(), false, moderator);
        assertThat(newest(bank).withdrawal())
                .isNotNull()
                .satisfies(withdrawal -> assertThat(withdrawal.because()).isEqualTo("it was a mistake"));
        List<String> changes = JdbcClient.create(FANZ.database().asOwner())
                .sql("""
                        select payload ->> 'change' from events.event
                         where type = 'hash_bank_changed' and key = ? order by seq""")
                .param(bank.id().toString())
                .query(String.class)
                .list();
        assertThat(changes).containsExactly("made", "hashes_added", "hash_withdrawn", "switched_off");
        await().untilAsserted(() -> assertThat(FANZ.bean(Audit.class)
                        .entries("hash-bank:" + bank.id(), null, null)
                        .items())
                .extracting(AuditEntry::name)
                .containsExactly(
                        "moderation.switch_bank_off",
                        "moderation.withdraw_hash",
                        "moderation.add_hashes",
                        "moderation.make_bank"));
    }

    @Test
    void childSafetyIsForCustodiansAndAdministratorsAndTheRestForModerators() {
        HashBank sealed = bank(BankMeaning.CHILD_SAFETY, custodian);
        HashBank open = bank(BankMeaning.OWN_BANNED);
        add(sealed, custodian, HashAlgorithm.PDQ, LOOK.hex());
        assertThat(banks.banks(moderator)).contains(open).doesNotContain(sealed);
        assertThat(banks.banks(custodian))
                .extracting(HashBank::id)
                .contains(sealed.id())
                .doesNotContain(open.id());
        assertThat(banks.banks(administrator)).extracting(HashBank::id).contains(sealed.id(), open.id());
        assertThatThrownBy(() -> banks.bank(sealed.id(), moderator)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> banks.hashes(sealed.id(), null, 1, moderator)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> banks.set(sealed.id(), false, moderator)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> add(sealed, HashAlgorithm.PDQ, LOOK.hex())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> banks.withdraw(sealed.id(), 1, "no", moderator))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> banks.make("mine", "me", BankMeaning.CHILD_SAFETY, moderator))
                .isInstanceOf(Forbidden.class);
        assertThat(banks.verdict(FILE, moderator).matches()).isEmpty();
        assertThat(banks.verdict(FILE, custodian).matches()).hasSize(1);
        NewHash hash = new NewHash(HashAlgorithm.PDQ, LOOK.hex(), null);
        assertThat(banks.matches(hash, moderator)).isEmpty();
        assertThat(banks.matches(hash, administrator)).hasSize(1);
    }

    @Test
    void noTwoBanksHaveOneName() {
        HashBank bank = bank(BankMeaning.OWN_BANNED);
        assertThatThrownBy(() -> banks.make(
                        bank.name().toUpperCase(java.util.Locale.ROOT), "x", BankMeaning.OWN_BANNED, moderator))
                .isInstanceOf(BankNameTaken.class);
    }

    /** Many added at once by several, while looks go on: none is lost. */
    @Test
    void losesNoneOfWhatIsAddedAtOnce() {
        HashBank bank = bank(BankMeaning.OWN_BANNED);
        List<PdqHash> all = KnownHashes.uniform(CHANCE, 40);
        all.parallelStream().forEach(hash -> {
            add(bank, HashAlgorithm.PDQ, hash.hex());
            assertThat(banks.matches(new NewHash(HashAlgorithm.PDQ, hash.hex(), null), moderator))
                    .hasSize(1);
        });
        assertThat(banks.bank(bank.id(), moderator).hashes()).isEqualTo(40);
        assertThat(all)
                .allSatisfy(hash -> assertThat(
                                banks.matches(new NewHash(HashAlgorithm.PDQ, hash.hex(), null), moderator))
                        .hasSize(1));
    }

    @Test
    void readsALongListOfAnotherNodeInTheBackgroundAndHoldsUntilThen() {
        try (RunningFanz fanz = RunningFanz.start()) {
            BankAdministration there = fanz.bean(BankAdministration.class);
            HashBanks asked = fanz.bean(HashBanks.class);
            await().until(() -> asked.check(FILE).answer() == HashAnswer.CLEAN);
            HashBank bank = there.make("long", "test", BankMeaning.OWN_BANNED, administrator);
            BankedHashStore store = fanz.bean(BankedHashStore.class);
            fanz.bean(TransactionOperations.class).executeWithoutResult(status -> {
                long change = store.nextChange(0);
                for (int part = 0; part < 12; part++) {
                    List<NewHash> hashes = KnownHashes.uniform(CHANCE, 5000).stream()
                            .map(hash -> new NewHash(HashAlgorithm.PDQ, hash.hex(), null))
                            .toList();
                    store.insert(bank.id(), hashes, change, administrator.requireAccount(), bank.madeAt());
                }
                store.insert(
                        bank.id(),
                        List.of(new NewHash(HashAlgorithm.PDQ, LOOK.hex(), null)),
                        change,
                        administrator.requireAccount(),
                        bank.madeAt());
            });
            assertThat(asked.check(FILE).answer()).isEqualTo(HashAnswer.NOT_READY);
            await().until(() -> asked.check(FILE).answer() == HashAnswer.MATCH);
        }
    }

    private HashVerdict verdict(ImageHashes file) {
        await().until(() -> lookUp.check(file).answer() != HashAnswer.NOT_READY);
        return lookUp.check(file);
    }

    private HashBank bank(BankMeaning meaning) {
        return bank(meaning, moderator);
    }

    private HashBank bank(BankMeaning meaning, Caller by) {
        return banks.make("bank " + UUID.randomUUID(), "a test", meaning, by);
    }

    private void add(HashBank bank, HashAlgorithm algorithm, String hash) {
        add(bank, moderator, algorithm, hash);
    }

    private void add(HashBank bank, Caller by, HashAlgorithm algorithm, String hash) {
        banks.add(bank.id(), List.of(new NewHash(algorithm, hash, null)), by);
    }

    private BankedHash newest(HashBank bank) {
        return banks.hashes(bank.id(), null, 1, moderator).items().getFirst();
    }

    private static Caller caller(Role role) {
        return new Caller(
                new AccountId(UUID.randomUUID()), Set.of(role), true, new Origin("a test's", "a test's", null, "dash"));
    }
}
