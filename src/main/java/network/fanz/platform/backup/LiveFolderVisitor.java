package network.fanz.platform.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Predicate;
import network.fanz.platform.files.DurableFiles;
import org.jspecify.annotations.Nullable;

/** Walks a folder that is at work: what vanishes on the way is passed over. */
final class LiveFolderVisitor extends SimpleFileVisitor<Path> {
    /** Takes a file under its name in the folder. */
    @FunctionalInterface
    interface FileSink {
        /** @throws NoSuchFileException if the file is gone */
        void take(Path file, String name) throws IOException;
    }

    private final Path root;
    private final Path target;
    private final Predicate<String> leftOut;
    private final FileSink fileSink;

    /** @param target where the same folders are made */
    LiveFolderVisitor(Path root, Path target, Predicate<String> leftOut, FileSink fileSink) {
        this.root = root;
        this.target = target;
        this.leftOut = leftOut;
        this.fileSink = fileSink;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        DurableFiles.makePrivate(target.resolve(name(folder)));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        try {
            if (!leftOut.test(name(file))) {
                fileSink.take(file, name(file));
            }
            return FileVisitResult.CONTINUE;
        } catch (NoSuchFileException dropped) {
            return FileVisitResult.CONTINUE;
        }
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
        return unlessGone(failure);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
        return failure == null ? FileVisitResult.CONTINUE : unlessGone(failure);
    }

    private static FileVisitResult unlessGone(IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
    }

    private String name(Path path) {
        return root.relativize(path).toString();
    }
}
