package network.fanz.security.ratelimit.intake;

import java.time.Duration;
import java.util.List;
import network.fanz.common.Between;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much may come in at once, and how slowly.
 *
 * @param connections open connections of all together, and never more than one for each 256 KB of the heap; beyond it the address with
 *     the most loses its longest idle one, or its oldest
 * @param connectionsPerAddress open connections of one address, four times as many of one IPv6 network of 48 bits; a trusted proxy's are
 *     not counted by address. Beyond it the address's longest idle one is closed, or the new one if none is idle
 * @param backlog connections that the system keeps for the program while it cannot take them
 * @param openRequests requests under way of all together, never more than connections
 * @param openRequestsPerAddress requests under way of one address, four times as many of one IPv6 network of 48 bits
 * @param runningRequestsPerAddress how many of them run at once, four times as many of one IPv6 network of 48 bits; the others wait in
 *     line, and one that runs for more than two seconds no longer counts
 * @param requestsPerSecondPerAddress requests of one address a second, of whatever kind, on this node; four times as many of one IPv6
 *     network of 48 bits
 * @param requestBurstPerAddress how many of them may come at once
 * @param bodiesInFlight bytes of bodies that are kept in memory at once; never more than a sixteenth of the heap
 * @param bodiesInFlightPerAddress the same of one address
 * @param bodyMax the largest body where nothing else is said, forms and queries too
 * @param messageMax the largest body of a provider's message
 * @param messagePaths calls below these are providers' messages
 * @param uploadMax the largest body of a call that brings a list, a long text or a picture to look up
 * @param uploadPaths calls below these bring lists, long texts or pictures
 * @param streamPaths files that are sent to these or below are read as they come, by whoever they are for
 * @param fieldsMax how many fields a form or a query may have
 * @param headersMax the size of a request's line and headers together
 * @param headerTime how long a request's line and headers may take to come, and after its answer what is left of its body
 * @param readTimeout how long a sender may be silent in the middle of a request
 * @param keepAlive how long a connection stays open after an answer
 * @param bodyGrace after how long a body must have come at the slowest rate
 * @param bodyRateMin how many bytes of a body must come a second on average
 */
@ConfigurationProperties(prefix = "fanz.intake", ignoreUnknownFields = false)
record IntakeSettings(
        @DefaultValue("4096") @Between(min = "64", max = "65536")
        int connections,

        @DefaultValue("256") @Between(min = "16", max = "16384")
        int connectionsPerAddress,

        @DefaultValue("1024") @Between(min = "16", max = "4096")
        int backlog,

        @DefaultValue("4096") @Between(min = "128", max = "65536")
        int openRequests,

        @DefaultValue("128") @Between(min = "8", max = "16384")
        int openRequestsPerAddress,

        @DefaultValue("8") @Between(min = "2", max = "16384")
        int runningRequestsPerAddress,

        @DefaultValue("1000") @Between(min = "50", max = "1000000")
        int requestsPerSecondPerAddress,

        @DefaultValue("1000") @Between(min = "100", max = "1000000")
        int requestBurstPerAddress,

        @DefaultValue("64MB") @Between(min = "4MB", max = "4GB")
        DataSize bodiesInFlight,

        @DefaultValue("4MB") @Between(min = "2MB", max = "1GB")
        DataSize bodiesInFlightPerAddress,

        @DefaultValue("64KB") @Between(min = "8KB", max = "1MB")
        DataSize bodyMax,

        @DefaultValue("256KB") @Between(min = "16KB", max = "1MB")
        DataSize messageMax,

        @DefaultValue("/webhooks/") List<String> messagePaths,

        @DefaultValue("1MB") @Between(min = "64KB", max = "1MB")
        DataSize uploadMax,

        @DefaultValue({
            "/api/v1/eligibility/",
            "/api/v1/moderation/",
            "/api/v1/terms",
            "/moderation/banks/",
            "/operations/terms"
        })
        List<String> uploadPaths,

        @DefaultValue("/api/v1/uploads") List<String> streamPaths,

        @DefaultValue("500") @Between(min = "50", max = "10000")
        int fieldsMax,

        @DefaultValue("8KB") @Between(min = "8KB", max = "64KB")
        DataSize headersMax,

        @DefaultValue("15s") @Between(min = "2s", max = "2m")
        Duration headerTime,

        @DefaultValue("10s") @Between(min = "1s", max = "2m")
        Duration readTimeout,

        @DefaultValue("30s") @Between(min = "1s", max = "5m")
        Duration keepAlive,

        @DefaultValue("5s") @Between(min = "1s", max = "1m") Duration bodyGrace,

        @DefaultValue("1KB") @Between(min = "100B", max = "1MB")
        DataSize bodyRateMin) {
    IntakeSettings {
        requireHalf("connections", connectionsPerAddress, connections);
        requireHalf("open-requests", openRequestsPerAddress, openRequests);
        requireHalf("bodies-in-flight", bodiesInFlightPerAddress.toBytes(), bodiesInFlight.toBytes());
    }

    /** How many bytes the body of a request to this path may have. */
    int bodyMax(String path) {
        boolean message = messagePaths.stream().anyMatch(path::startsWith);
        boolean upload = uploadPaths.stream().anyMatch(path::startsWith);
        return Math.toIntExact((upload ? uploadMax : message ? messageMax : bodyMax).toBytes());
    }

    /** Whether a file that is sent to this path is read by its handler. */
    boolean isStreamed(String path) {
        return streamPaths.stream().anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }

    /** One address alone never gets more than half: what is left is for the others. */
    private static void requireHalf(String name, long perAddress, long inAll) {
        if (perAddress * 2 > inAll) {
            throw new IllegalArgumentException("fanz.intake." + name + "-per-address is " + perAddress
                    + ", but must be at most half of fanz.intake." + name + ", which is " + inAll + ".");
        }
    }
}
