package network.fanz.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;

class VaultTest {
    private static final UUID ANN = UUID.fromString("01980000-0000-7000-8000-00000000a001");
    private static final UUID BOB = UUID.fromString("01980000-0000-7000-8000-00000000b002");
    private static final String EMAIL = "identity.account.email";

    @TempDir
    Path folder;

    private Vault vault;

    @BeforeEach
    void open() {
        vault = Vault.in(folder.resolve("keys"));
    }

    @Test
    void opensWhatItSealed() {
        byte[] sealed = vault.seal(ANN, EMAIL, "ann@example.org – ünï");
        assertThat(vault.open(ANN, EMAIL, sealed)).isEqualTo("ann@example.org – ünï");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("example");
    }

    @Test
    void sealsTheSameValueDifferentlyEachTime() {
        assertThat(vault.seal(ANN, EMAIL, "x")).isNotEqualTo(vault.seal(ANN, EMAIL, "x"));
    }

    @Test
    void doesNotOpenACiphertextThatWasMovedToAnotherFieldOrPerson() {
        byte[] sealed = vault.seal(ANN, EMAIL, "ann@example.org");
        vault.seal(BOB, EMAIL, "bob@example.org");
        assertThatThrownBy(() -> vault.open(ANN, "identity.account.name", sealed))
                .isInstanceOf(BrokenSeal.class);
        assertThatThrownBy(() -> vault.open(BOB, EMAIL, sealed)).isInstanceOf(BrokenSeal.class);
    }

    @Test
    void doesNotOpenACiphertextWithAnyByteFlippedOrCutOff() {
        byte[] sealed = vault.seal(ANN, EMAIL, "ann");
        for (int at = 0; at < sealed.length; at++) {
            byte[] flipped = sealed.clone();
            flipped[at] ^= 1;
            byte[] cut = java.util.Arrays.copyOf(sealed, at);
            assertThatThrownBy(() -> vault.open(ANN, EMAIL, flipped)).isInstanceOf(BrokenSeal.class);
            assertThatThrownBy(() -> vault.open(ANN, EMAIL, cut)).isInstanceOf(BrokenSeal.class);
        }
    }

    @Test
    void neitherOpensNorSealsForSomebodyForgotten() {
        byte[] sealed = vault.seal(ANN, EMAIL, "ann@example.org");
        vault.forget(ANN);
        vault.forget(ANN);
        assertThatThrownBy(() -> vault.open(ANN, EMAIL, sealed)).isInstanceOf(SubjectForgotten.class);
        assertThatThrownBy(() -> vault.seal(ANN, EMAIL, "again")).isInstanceOf(SubjectForgotten.class);
        assertThatThrownBy(() -> Vault.in(folder.resolve("keys")).open(ANN, EMAIL, sealed))
                .isInstanceOf(SubjectForgotten.class);
    }

    @Test
    void overwritesTheKeyThatItDestroys() throws IOException {
        vault.seal(ANN, EMAIL, "ann");
        Path file = keyFiles().getFirst();
        Path copy = Files.createLink(folder.resolve("second-name"), file);
        byte[] before = Files.readAllBytes(copy);
        vault.forget(ANN);
        assertThat(Files.readAllBytes(file)).isEmpty();
        assertThat(Files.readAllBytes(copy)).hasSameSizeAs(before).isNotEqualTo(before);
    }

    @Test
    void takesAMissingKeyForAFaultAndNotForAnErasure() {
        byte[] sealed = vault.seal(ANN, EMAIL, "ann");
        assertThatThrownBy(() -> Vault.in(folder.resolve("others")).open(ANN, EMAIL, sealed))
                .isInstanceOf(KeyMissing.class)
                .hasMessageContaining("fanz.vault.folder");
    }

    @Test
    void agreesWithAnotherNodeOnTheSameFolder() {
        Vault other = Vault.in(folder.resolve("keys"));
        assertThat(other.open(ANN, EMAIL, vault.seal(ANN, EMAIL, "ann"))).isEqualTo("ann");
        assertThat(vault.open(BOB, EMAIL, other.seal(BOB, EMAIL, "bob"))).isEqualTo("bob");
        assertThat(other.keyedHash(EMAIL, "ann")).isEqualTo(vault.keyedHash(EMAIL, "ann"));
        assertThat(other.openSecret("signing", vault.sealSecret("signing", new byte[] {1, 2})))
                .containsExactly(1, 2);
    }

    @Test
    void learnsOfAForgottenPersonFromAnotherNodeWithinItsMemory() {
        AtomicLong nanos = new AtomicLong();
        SubjectKeys memory =
                new KeyCache(KeyFolder.open(folder.resolve("keys")), Duration.ofSeconds(10), 100, nanos::get);
        memory.findOrCreate(ANN);
        vault.forget(ANN);
        nanos.addAndGet(Duration.ofSeconds(9).toNanos());
        assertThat(memory.find(ANN)).hasSize(32);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThatThrownBy(() -> memory.find(ANN)).isInstanceOf(SubjectForgotten.class);
    }

    @Test
    void aReaderThatWasFasterThanADestructionDoesNotBringTheKeyBack() {
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        SubjectKeys slow = new Watched(
                KeyFolder.open(folder.resolve("keys")), () -> meanwhile.get().run());
        SubjectKeys memory = new KeyCache(slow, Duration.ofSeconds(10), 100, () -> 0);
        slow.findOrCreate(ANN);
        meanwhile.set(() -> memory.destroy(ANN));
        assertThat(memory.find(ANN)).hasSize(32);
        meanwhile.set(() -> {});
        assertThatThrownBy(() -> memory.find(ANN)).isInstanceOf(SubjectForgotten.class);
    }

    @Test
    void saysOfKeysOnADiskThatRefusesThatTheyCannotBeReachedAndLeavesNothingHalfWritten() throws IOException {
        Path keys = folder.resolve("keys");
        String name = ANN.toString();
        Path inTheWay = Files.createFile(keys.resolve(name.substring(name.length() - 2)));
        assertThatThrownBy(() -> vault.seal(ANN, EMAIL, "ann")).isInstanceOf(DataAccessResourceFailureException.class);
        Files.delete(inTheWay);
        assertThat(vault.open(ANN, EMAIL, vault.seal(ANN, EMAIL, "ann"))).isEqualTo("ann");
        try (Stream<Path> files = Files.walk(keys)) {
            assertThat(files.map(Path::toString)).noneMatch(file -> file.endsWith(".part"));
        }
    }

    @Test
    void keepsNoMoreKeysInMemoryThanItsBound() {
        AtomicLong reads = new AtomicLong();
        SubjectKeys counted = new Watched(KeyFolder.open(folder.resolve("keys")), reads::incrementAndGet);
        SubjectKeys memory = new KeyCache(counted, Duration.ofSeconds(10), 1, () -> 0);
        memory.findOrCreate(ANN);
        memory.findOrCreate(ANN);
        assertThat(reads).hasValue(1);
        memory.findOrCreate(BOB);
        memory.findOrCreate(ANN);
        assertThat(reads).hasValue(3);
    }

    @Test
    void makesOneKeyWhenManyNodesSealForTheFirstTimeAtOnce() throws Exception {
        List<KeyFolder> nodes = IntStream.range(0, 8)
                .mapToObj(node -> KeyFolder.open(folder.resolve("keys")))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 50; round++) {
                UUID subject = UUID.randomUUID();
                List<Future<String>> keys = threads.invokeAll(nodes.stream()
                        .<Callable<String>>map(node -> () -> HexFormat.of().formatHex(node.findOrCreate(subject)))
                        .toList());
                assertThat(keys)
                        .extracting(Future::get)
                        .containsOnly(keys.getFirst().get());
            }
        }
        assertThat(keyFiles()).hasSize(50);
    }

    @Test
    void keepsKeysInFilesThatOnlyTheirOwnerReads() throws IOException {
        vault.seal(ANN, EMAIL, "ann");
        try (Stream<Path> all = Files.walk(folder.resolve("keys"))) {
            assertThat(all)
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .endsWith("------"));
        }
    }

    @Test
    void refusesAMasterKeyThatOthersMayRead() throws IOException {
        Path master = folder.resolve("keys/master.key");
        Files.setPosixFilePermissions(master, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> Vault.in(folder.resolve("keys"))).hasMessageContaining("0600");
    }

    @Test
    void refusesADamagedMasterKey() throws IOException {
        Files.write(folder.resolve("keys/master.key"), new byte[31]);
        assertThatThrownBy(() -> Vault.in(folder.resolve("keys"))).hasMessageContaining("damaged");
    }

    @Test
    void makesNoNewMasterKeyBesideKeysOfPeople() throws IOException {
        vault.seal(ANN, EMAIL, "ann");
        Files.delete(folder.resolve("keys/master.key"));
        assertThatThrownBy(() -> Vault.in(folder.resolve("keys"))).hasMessageContaining("master key is missing");
    }

    @Test
    void looksUpByAHashThatDependsOnFieldAndInstallation() {
        assertThat(vault.keyedHash(EMAIL, "ann")).hasSize(32).isEqualTo(vault.keyedHash(EMAIL, "ann"));
        assertThat(vault.keyedHash(EMAIL, "ann")).isNotEqualTo(vault.keyedHash("identity.account.name", "ann"));
        assertThat(vault.keyedHash(EMAIL, "ann"))
                .isNotEqualTo(Vault.in(folder.resolve("others")).keyedHash(EMAIL, "ann"));
    }

    @Test
    void opensASecretForItsPurposeOnly() {
        byte[] sealed = vault.sealSecret("signing", new byte[] {1});
        assertThatThrownBy(() -> vault.openSecret("other", sealed)).isInstanceOf(BrokenSeal.class);
    }

    /** RFC 5869, A.1. */
    @Test
    void derivesKeysAsTheStandardSays() {
        HexFormat hex = HexFormat.of();
        byte[] derived = DerivedKeys.derive(
                hex.parseHex("0b".repeat(22)),
                hex.parseHex("000102030405060708090a0b0c"),
                hex.parseHex("f0f1f2f3f4f5f6f7f8f9"),
                42);
        assertThat(hex.formatHex(derived))
                .isEqualTo("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
    }

    @Test
    void hasNoWayToPutAKeyIntoADatabase() {
        ArchRuleDefinition.noClasses()
                .that()
                .doNotHaveFullyQualifiedName(KeyFingerprintStore.class.getName())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.postgresql..")
                .check(new ClassFileImporter()
                        .withImportOption(new com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests())
                        .importPackages("network.fanz.platform.vault"));
    }

    private List<Path> keyFiles() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("keys"))) {
            return all.filter(Files::isRegularFile)
                    .filter(path -> !path.endsWith("master.key"))
                    .toList();
        }
    }

    /** A store that says when it has read a key and not yet handed it out. */
    private record Watched(SubjectKeys store, Runnable read) implements SubjectKeys {
        @Override
        public byte[] masterKey() {
            return store.masterKey();
        }

        @Override
        public byte[] findOrCreate(UUID subject) {
            byte[] key = store.findOrCreate(subject);
            read.run();
            return key;
        }

        @Override
        public byte[] find(UUID subject) {
            byte[] key = store.find(subject);
            read.run();
            return key;
        }

        @Override
        public void destroy(UUID subject) {
            store.destroy(subject);
        }
    }
}
