package network.fanz.content.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.function.Function;
import network.fanz.content.media.UploadPartStore.UploadPart;
import org.jspecify.annotations.Nullable;

/** An upload's parts as one file. One part is open at a time. */
final class JoinedParts implements SeekableByteChannel {
    private final List<UploadPart> parts;
    private final Function<UploadPart, SeekableByteChannel> opener;
    private final long size;
    private long position;
    private int at = -1;
    private @Nullable SeekableByteChannel part;
    private boolean open = true;

    /** @param parts in their order, without a gap */
    JoinedParts(List<UploadPart> parts, Function<UploadPart, SeekableByteChannel> opener) {
        this.parts = List.copyOf(parts);
        this.opener = opener;
        this.size = parts.isEmpty() ? 0 : end(parts.getLast());
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!open) {
            throw new ClosedChannelException();
        }
        if (position >= size) {
            return -1;
        }
        int number = partAt(position);
        SeekableByteChannel channel = openPart(number);
        channel.position(position - parts.get(number).start());
        int count = channel.read(into);
        if (count < 0 || position + count > end(parts.get(number))) {
            throw new IOException("A part is not as long as its row says");
        }
        position += count;
        return count;
    }

    private int partAt(long place) {
        int low = 0;
        int high = parts.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (end(parts.get(middle)) > place) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private SeekableByteChannel openPart(int number) throws IOException {
        SeekableByteChannel channel = part;
        if (channel == null || at != number) {
            closePart();
            channel = opener.apply(parts.get(number));
            part = channel;
            at = number;
        }
        return channel;
    }

    private void closePart() throws IOException {
        if (part != null) {
            part.close();
            part = null;
        }
    }

    private static long end(UploadPart part) {
        return part.start() + part.length();
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
    public void close() throws IOException {
        open = false;
        closePart();
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
