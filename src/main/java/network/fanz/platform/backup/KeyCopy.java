package network.fanz.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import network.fanz.platform.files.DurableFiles;
import network.fanz.platform.postgres.AttachedPostgres;
import network.fanz.platform.vault.Vault;

/** Copies the key folder. Keys are small files that are written once, so a copy needs no pause of the program. */
final class KeyCopy {
    private static final String MASTER = "master.key";
    private static final String UNFINISHED = ".part";

    private KeyCopy() {}

    /**
     * Before anything is copied: a database with another's keys is half a backup.
     *
     * @throws KeyFolderEmpty if there are none in the folder
     */
    static void checkSource(Path keys, AttachedPostgres server) {
        requireKeys(keys, "--fanz.vault.folder");
        Vault.check(keys, server);
    }

    /**
     * @param option what names their folder
     * @throws KeyFolderEmpty if there are none in the folder
     */
    static void requireKeys(Path keys, String option) {
        if (!Files.isRegularFile(keys.resolve(MASTER))) {
            throw new KeyFolderEmpty(keys, option);
        }
    }

    /**
     * @return how many files were copied
     * @throws network.fanz.platform.postgres.DataFolderNotEmpty if the target exists and is not empty
     */
    static int copy(Path from, Path to) throws IOException {
        Restore.requireEmpty(to);
        AtomicInteger files = new AtomicInteger();
        Files.walkFileTree(from, new LiveFolderVisitor(from, to, name -> name.endsWith(UNFINISHED), (file, name) -> {
            DurableFiles.copyDurably(file, to.resolve(name));
            files.incrementAndGet();
        }));
        return files.get();
    }
}
