package network.fanz.platform.objects;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import network.fanz.platform.files.DurableFiles;

/** Objects as files, in two levels of folders by the first digits of their addresses. Nodes may share the folder. */
final class ObjectFolder implements ObjectPlace {
    private static final Pattern LEVEL = Pattern.compile("[0-9a-f]{2}");

    private final Path folder;
    private final Drafts drafts;

    /** @param nanos tells how long something has been under way */
    ObjectFolder(Path folder, LongSupplier nanos) {
        this.folder = folder;
        this.drafts = new Drafts(folder.resolve("drafts"), nanos);
    }

    @Override
    public Path newDraft() throws IOException {
        return drafts.next();
    }

    @Override
    public void probe() throws IOException {
        drafts.probe();
    }

    @Override
    public void deleteDeadDrafts() throws IOException {
        drafts.deleteDead();
    }

    @Override
    public void take(Path draft, String address) throws IOException {
        Path file = fileOf(address);
        Path second = folderOf(address);
        if (!Files.isDirectory(second)) {
            DurableFiles.makePrivate(second);
            force(second.resolveSibling(".").normalize());
            force(folder);
        }
        DurableFiles.moveDurably(draft, file);
    }

    @Override
    public SeekableByteChannel open(String address) throws IOException {
        return FileChannel.open(fileOf(address), StandardOpenOption.READ);
    }

    @Override
    public boolean has(String address) {
        return Files.exists(fileOf(address));
    }

    @Override
    public void delete(String address) throws IOException {
        Files.deleteIfExists(fileOf(address));
    }

    /** Holds the names of one folder of the second level at a time. */
    @Override
    public void each(Consumer<String> what) throws IOException {
        for (String first : names(folder, LEVEL)) {
            for (String second : names(folder.resolve(first), LEVEL)) {
                names(folder.resolve(first).resolve(second), StoredObject.ADDRESS)
                        .forEach(what);
            }
        }
    }

    private static List<String> names(Path parent, Pattern form) throws IOException {
        try (Stream<Path> inside = Files.list(parent)) {
            return inside.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> form.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (NoSuchFileException notYet) {
            return List.of();
        }
    }

    private Path fileOf(String address) {
        return folderOf(address).resolve(address);
    }

    private Path folderOf(String address) {
        if (!StoredObject.ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("Not an object's address: " + address);
        }
        return folder.resolve(address.substring(0, 2)).resolve(address.substring(2, 4));
    }

    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
