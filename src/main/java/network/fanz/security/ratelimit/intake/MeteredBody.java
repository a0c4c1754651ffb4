package network.fanz.security.ratelimit.intake;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import network.fanz.common.Problem;
import network.fanz.common.StreamedBody;
import network.fanz.common.UnreadableBody;
import network.fanz.security.ratelimit.intake.BodyReader.BodyMemory;

/**
 * A body that its handler reads as it comes. Its memory comes out of the budget at the first byte, and its sender is held to the slowest rate
 * in every stretch of the grace, not on average: who was fast for an hour may not be silent for the next one. Only waiting counts.
 */
final class MeteredBody implements StreamedBody {
    /** What a handler needs to write on what it reads: its buffer, and those of the object that is written. */
    private static final int MEMORY = 512 * 1024;

    private static final long NANOS = 1_000_000_000L;

    private final HttpServletRequest request;
    private final BodyMemory memory;
    private final long graceNanos;
    private final long bytesPerSecond;
    private final long announced;
    private boolean begun;
    private long came;
    private long cameLately;
    private long waitedLately;

    MeteredBody(HttpServletRequest request, IntakeSettings settings, BodyMemory memory) {
        this.request = request;
        this.memory = memory;
        this.graceNanos = settings.bodyGrace().toNanos();
        this.bytesPerSecond = settings.bodyRateMin().toBytes();
        boolean none = request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") == null;
        this.announced = none ? 0 : request.getContentLengthLong();
    }

    @Override
    public long announced() {
        return announced;
    }

    @Override
    public int read(byte[] into, int from, int count) {
        if (came == announced) {
            return -1;
        }
        if (!begun) {
            memory.take(MEMORY);
            begun = true;
            OpenRequestFilter.letOthersRun(request);
        }
        long start = System.nanoTime();
        int read = readOrRefuse(into, from, count);
        waitedLately += System.nanoTime() - start;
        if (read > 0) {
            came += read;
            cameLately += read;
        }
        requireRate();
        return read;
    }

    private int readOrRefuse(byte[] into, int from, int count) {
        try {
            int read = request.getInputStream().read(into, from, count);
            if (read < 0 && announced >= 0) {
                throw refused(new UnreadableBody("The body breaks off."));
            }
            return read;
        } catch (SocketTimeoutException silent) {
            throw refused(new SlowSender());
        } catch (IOException broken) {
            throw refused(
                    broken.getCause() instanceof SocketTimeoutException
                            ? new SlowSender()
                            : new UnreadableBody("The body breaks off, or is not framed as HTTP says."));
        }
    }

    private void requireRate() {
        if (waitedLately > graceNanos) {
            if (cameLately / bytesPerSecond < waitedLately / NANOS) {
                throw refused(new SlowSender());
            }
            waitedLately = 0;
            cameLately = 0;
        }
    }

    /** The server has seen it too, and would say it in its own words. */
    private Problem refused(Problem problem) {
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, problem);
        return problem;
    }
}
