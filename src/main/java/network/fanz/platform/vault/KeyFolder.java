package network.fanz.platform.vault;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import network.fanz.platform.files.SecretFiles;

/**
 * Keys as files: {@code master.key}, and one file a subject in two levels of folders, its key wrapped under one derived from the
 * master key. Destroying a key leaves an empty file in its place, so that no node can ever make it anew. Nodes may share the folder.
 */
final class KeyFolder implements SubjectKeys {
    private static final String MASTER = "master.key";
    private static final String WRAPPED = "vault.subject-key";
    private static final byte[] DESTROYED = new byte[0];

    private final Path folder;
    private final byte[] master;
    private final byte[] wrapping;
    private final boolean isNew;

    private KeyFolder(Path folder, byte[] master, boolean isNew) {
        this.folder = folder;
        this.master = master;
        this.isNew = isNew;
        this.wrapping = new DerivedKeys(master).of(WRAPPED);
    }

    /**
     * Opens the folder, or makes it with a new master key.
     *
     * @throws IllegalStateException if the master key is missing though there are subjects' keys, is damaged, or may be read by others
     */
    static KeyFolder open(Path folder) {
        try {
            SecretFiles.makeFolder(folder);
            Path file = folder.resolve(MASTER);
            boolean isNew = false;
            if (!Files.exists(file)) {
                refuseOrphans(folder);
                isNew = SecretFiles.createOnce(file, AesGcm.randomKey());
            }
            byte[] master = SecretFiles.read(file);
            if (master.length != AesGcm.KEY_BYTES) {
                throw new IllegalStateException("The master key in " + file + " is damaged: it must have 32 bytes.");
            }
            return new KeyFolder(folder, master, isNew);
        } catch (IOException failed) {
            String why = switch (failed) {
                case AccessDeniedException closed -> "this program may not use it";
                case NoSuchFileException none -> "it is not there, and cannot be made";
                default -> String.valueOf(failed.getMessage());
            };
            throw new IllegalStateException(
                    "fanz.vault.folder stands for " + folder + ", which cannot be used: " + why + ".", failed);
        }
    }

    @Override
    public byte[] masterKey() {
        return master.clone();
    }

    @Override
    public void takeBackNewMaster() {
        try {
            Path file = folder.resolve(MASTER);
            if (isNew && !holdsSubjects(folder) && Arrays.equals(SecretFiles.read(file), master)) {
                Files.delete(file);
            }
        } catch (NoSuchFileException gone) {
            // Nothing of this start is left.
        } catch (IOException failed) {
            throw new KeysUnreachable(failed);
        }
    }

    @Override
    public byte[] findOrCreate(UUID subject) {
        Path file = fileOf(subject);
        try {
            if (!Files.exists(file)) {
                SecretFiles.createOnce(file, AesGcm.seal(wrapping, subject, WRAPPED, AesGcm.randomKey()));
            }
            return unwrap(subject, SecretFiles.read(file));
        } catch (IOException failed) {
            throw new KeysUnreachable(failed);
        }
    }

    @Override
    public byte[] find(UUID subject) {
        try {
            return unwrap(subject, SecretFiles.read(fileOf(subject)));
        } catch (NoSuchFileException missing) {
            throw new KeyMissing(subject);
        } catch (IOException failed) {
            throw new KeysUnreachable(failed);
        }
    }

    @Override
    public void destroy(UUID subject) {
        Path file = fileOf(subject);
        try {
            SecretFiles.replace(file, DESTROYED);
        } catch (IOException failed) {
            throw new KeysUnreachable(failed);
        }
    }

    private byte[] unwrap(UUID subject, byte[] wrapped) {
        if (wrapped.length == DESTROYED.length) {
            throw new SubjectForgotten();
        }
        return AesGcm.open(wrapping, subject, WRAPPED, wrapped);
    }

    /** The last digits of an id are random in every version that we use; the first are time in version 7. */
    private Path fileOf(UUID subject) {
        String name = subject.toString();
        int end = name.length();
        return folder.resolve(name.substring(end - 2))
                .resolve(name.substring(end - 4, end - 2))
                .resolve(name);
    }

    private static void refuseOrphans(Path folder) throws IOException {
        if (holdsSubjects(folder)) {
            throw new IllegalStateException("The master key is missing from " + folder
                    + " though it holds people's keys. Put it back: without it nothing sealed can be read.");
        }
    }

    private static boolean holdsSubjects(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.anyMatch(Files::isDirectory);
        }
    }
}
