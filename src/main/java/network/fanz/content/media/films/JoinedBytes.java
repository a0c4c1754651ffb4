package network.fanz.content.media.films;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Pieces as one, to be read at any place; a file is open only while it is read. */
final class JoinedBytes implements SeekableByteChannel {
    private final List<Piece> pieces;
    private final long[] ends;
    private long position;

    /** Bytes in memory or in a file. */
    interface Piece {
        long length();

        int read(ByteBuffer into, long at) throws IOException;
    }

    JoinedBytes(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
        this.ends = new long[pieces.size()];
        long end = 0;
        for (int at = 0; at < ends.length; at++) {
            end += pieces.get(at).length();
            ends[at] = end;
        }
    }

    static Piece of(byte[] bytes) {
        return new Piece() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public int read(ByteBuffer into, long at) {
                int count = Math.min(into.remaining(), bytes.length - (int) at);
                into.put(bytes, (int) at, count);
                return count;
            }
        };
    }

    static Piece of(Path file) throws IOException {
        long length = Files.size(file);
        return new Piece() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public int read(ByteBuffer into, long at) throws IOException {
                try (FileChannel channel = FileChannel.open(file)) {
                    return channel.read(into, at);
                }
            }
        };
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (position >= size()) {
            return -1;
        }
        int at = 0;
        while (ends[at] <= position) {
            at++;
        }
        long start = ends[at] - pieces.get(at).length();
        int count = pieces.get(at).read(into, position - start);
        if (count < 0) {
            throw new IOException("A piece is shorter than it was");
        }
        position += count;
        return count;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long to) {
        position = to;
        return this;
    }

    @Override
    public long size() {
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        // Nothing stays open between two reads.
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long to) {
        throw new NonWritableChannelException();
    }
}
