package network.fanz.security.ratelimit.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import network.fanz.common.TooLarge;
import network.fanz.common.UnreadableBody;

/** Reads a body as its bytes come: what is announced counts for nothing but a refusal. */
final class BodyReader {
    private static final byte[] NOTHING = {};
    private static final int FIRST = 2048;
    private static final long NANOS = 1_000_000_000L;

    private final long graceNanos;
    private final long bytesPerSecond;

    /** Where a body's memory comes from. */
    interface BodyMemory {
        /** @throws network.fanz.common.Problem if there is not enough */
        void take(long bytes);
    }

    BodyReader(IntakeSettings settings) {
        this.graceNanos = settings.bodyGrace().toNanos();
        this.bytesPerSecond = settings.bodyRateMin().toBytes();
    }

    /**
     * @throws TooLarge if it has more than so many bytes, before the first one is read if it says so itself
     * @throws SlowSender if its sender is slower than allowed
     * @throws UnreadableBody if it breaks off or is not framed as HTTP says
     */
    byte[] read(HttpServletRequest request, int most, BodyMemory memory) {
        long announced = request.getContentLengthLong();
        if (announced > most) {
            throw new TooLarge(most);
        }
        if (announced == 0 || (announced < 0 && request.getHeader("Transfer-Encoding") == null)) {
            return NOTHING;
        }
        try {
            return read(request.getInputStream(), announced, most, memory);
        } catch (SocketTimeoutException silent) {
            throw new SlowSender();
        } catch (IOException broken) {
            throw broken.getCause() instanceof SocketTimeoutException
                    ? new SlowSender()
                    : new UnreadableBody("The body breaks off, or is not framed as HTTP says.");
        }
    }

    private byte[] read(InputStream in, long announced, int most, BodyMemory memory) throws IOException {
        long start = System.nanoTime();
        memory.take(FIRST);
        byte[] bytes = new byte[FIRST];
        int length = 0;
        for (int count = 0; count >= 0 && length != announced; count = in.read(bytes, length, bytes.length - length)) {
            length += count;
            if (length > most) {
                throw new TooLarge(most);
            }
            requireRate(length, System.nanoTime() - start);
            if (length == bytes.length) {
                int grown = Math.min(length * 2, most + 1);
                memory.take(grown - length);
                bytes = Arrays.copyOf(bytes, grown);
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    private void requireRate(long length, long elapsed) {
        if (elapsed > graceNanos && length * NANOS / bytesPerSecond < elapsed) {
            throw new SlowSender();
        }
    }
}
