package network.fanz.common;

import org.springframework.boot.web.server.context.WebServerApplicationContext;

/**
 * In which order the program's engines stop. A higher phase stops earlier and starts later. First of all the web server takes no more
 * requests and lets those under way end; what they leave to jobs and subscriptions is done after them.
 */
public final class StopPhase {
    /** After the web server, whatever it still answers. */
    public static final int JOBS = WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1024;

    public static final int SUBSCRIPTIONS = JOBS - 1024;

    private StopPhase() {}
}
