package network.fanz.platform.objects;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** Reads bytes that lie elsewhere, a stretch at a time. It keeps one stretch, so that reading on costs no call for each segment. */
final class RangeChannel implements SeekableByteChannel {
    private static final int STRETCH_BYTES = 1024 * 1024;

    /** Asks for bytes, both ends included. */
    @FunctionalInterface
    interface RangeSource {
        byte[] bytes(long first, long last) throws IOException;
    }

    private final long size;
    private final RangeSource source;
    private byte[] stretch = {};
    private long stretchStart;
    private long position;
    private boolean open = true;

    RangeChannel(long size, RangeSource source) {
        this.size = size;
        this.source = source;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (position >= size) {
            return -1;
        }
        if (position < stretchStart || position >= stretchStart + stretch.length) {
            long last = Math.min(position + STRETCH_BYTES, size) - 1;
            stretch = source.bytes(position, last);
            stretchStart = position;
            if (stretch.length != last - position + 1) {
                throw new IOException("Fewer bytes came than there are");
            }
        }
        int from = Math.toIntExact(position - stretchStart);
        int count = Math.min(into.remaining(), stretch.length - from);
        into.put(stretch, from, count);
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
        return size;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
        stretch = new byte[0];
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
