package network.fanz.web.dash;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import network.fanz.web.show.Csv;
import org.springframework.stereotype.Component;

/**
 * Files of however many rows. Each is read through one cursor, which holds a connection and a snapshot for as long as its reader takes to
 * receive it, so only a few are under way at once.
 */
@Component
final class Exports {
    private static final int AT_ONCE = 3;

    private final Semaphore slots = new Semaphore(AT_ONCE);

    /** @throws ExportsUnderWay if too many are */
    void send(HttpServletResponse response, String file, Csv.CsvRows rows, String... columns) throws IOException {
        if (!slots.tryAcquire()) {
            throw new ExportsUnderWay();
        }
        try {
            Csv.send(response, file, rows, columns);
        } finally {
            slots.release();
        }
    }
}
