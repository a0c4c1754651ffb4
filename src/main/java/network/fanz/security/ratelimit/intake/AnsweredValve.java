package network.fanz.security.ratelimit.intake;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Notes on its connection when a request has been answered: what the server reads after that is the rest of a body that nobody wants, for
 * which it does not wait for long.
 */
final class AnsweredValve extends ValveBase {
    static final ScopedValue<WorkingConnection> CONNECTION = ScopedValue.newInstance();

    AnsweredValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!CONNECTION.isBound()) {
            getNext().invoke(request, response);
            return;
        }
        WorkingConnection connection = CONNECTION.get();
        connection.table().working(connection.channel());
        getNext().invoke(request, response);
        if (!request.isAsync()) {
            connection.table().answered(connection.channel());
        }
    }
}
