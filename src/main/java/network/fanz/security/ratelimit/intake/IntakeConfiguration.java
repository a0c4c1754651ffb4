package network.fanz.security.ratelimit.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.Duration;
import network.fanz.security.ratelimit.origin.ClientAddressResolver;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Counts open requests right behind the filter that answers problems, and reads bodies right behind the limits of requests. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeSettings.class)
class IntakeConfiguration {
    private static final int BEHIND_PROBLEMS = Ordered.HIGHEST_PRECEDENCE + 4;
    /** The limits stand at 100, the look for card numbers at 120. */
    private static final int BEHIND_LIMITS = Ordered.HIGHEST_PRECEDENCE + 110;

    /** So long a request keeps others of its address waiting. */
    private static final Duration TURN_PATIENCE = Duration.ofSeconds(2);

    private static final int SWALLOWED_MAX = 64 * 1024;
    private static final int HEADERS_MAX = 100;

    private static final long HEAP_PER_CONNECTION = 256L * 1024;

    /** What is read of a body is held some times more: as text, as fields, as objects. */
    private static final int HEAP_SHARE = 16;

    @Bean
    ConnectionTable connectionTable(IntakeSettings settings, ClientAddressResolver addresses, MeterRegistry meters) {
        ConnectionTable table = new ConnectionTable(
                connections(settings),
                settings.connectionsPerAddress(),
                settings.headerTime(),
                addresses::isTrusted,
                System::nanoTime);
        Gauge.builder("fanz.intake.connections", table, ConnectionTable::size)
                .description("Open connections")
                .register(meters);
        return table;
    }

    @Bean
    ConnectionSweep connectionSweep(ConnectionTable connections) {
        return new ConnectionSweep(connections);
    }

    @Bean
    FilterRegistrationBean<OpenRequestFilter> openRequestFilter(IntakeSettings settings, MeterRegistry meters) {
        AddressBudget requests = new AddressBudget(
                settings.openRequestsPerAddress(), Math.min(settings.openRequests(), connections(settings)));
        Gauge.builder("fanz.intake.requests", requests, AddressBudget::total)
                .description("Requests under way")
                .register(meters);
        AddressPace pace = new AddressPace(
                settings.requestsPerSecondPerAddress(), settings.requestBurstPerAddress(), System::nanoTime);
        AddressTurns turns = new AddressTurns(settings.runningRequestsPerAddress(), TURN_PATIENCE);
        Gauge.builder("fanz.intake.addresses", turns, AddressTurns::size)
                .description("Addresses and networks with requests under way")
                .register(meters);
        return at(BEHIND_PROBLEMS, new OpenRequestFilter(requests, pace, turns), DispatcherType.REQUEST);
    }

    @Bean
    FilterRegistrationBean<BodyFilter> bodyFilter(IntakeSettings settings, MeterRegistry meters) {
        long share = Runtime.getRuntime().maxMemory() / HEAP_SHARE;
        AddressBudget bytes = new AddressBudget(
                settings.bodiesInFlightPerAddress().toBytes(),
                Math.min(share, settings.bodiesInFlight().toBytes()));
        Gauge.builder("fanz.intake.bytes", bytes, AddressBudget::total)
                .description("Bytes of bodies in memory")
                .register(meters);
        return at(BEHIND_LIMITS, new BodyFilter(bytes, settings), DispatcherType.REQUEST, DispatcherType.ERROR);
    }

    /** Behind the server's own settings of the framework, which know less. */
    @Bean
    WebServerFactoryCustomizer<TomcatWebServerFactory> guardedConnector(
            IntakeSettings settings, ConnectionTable connections) {
        return server -> {
            server.setProtocol(GuardedHttpProtocol.class.getName());
            server.addEngineValves(new AnsweredValve());
            server.addConnectorCustomizers(connector -> set(connector, settings, connections));
        };
    }

    /** Forms are read by {@link BodyFilter} alone; of what nobody read, little is waited for. */
    private static void set(Connector connector, IntakeSettings settings, ConnectionTable connections) {
        connector.setMaxPostSize(1);
        connector.setMaxSavePostSize(0);
        connector.setMaxParameterCount(1);
        GuardedHttpProtocol http = (GuardedHttpProtocol) connector.getProtocolHandler();
        http.guardBy(connections);
        // More than the table lets in: the server itself would leave a newcomer in the queue.
        http.setMaxConnections(settings.connections() + HEADERS_MAX);
        http.setAcceptCount(settings.backlog());
        http.setConnectionTimeout(Math.toIntExact(settings.readTimeout().toMillis()));
        http.setKeepAliveTimeout(Math.toIntExact(settings.keepAlive().toMillis()));
        http.setMaxKeepAliveRequests(-1);
        http.setMaxHttpRequestHeaderSize(Math.toIntExact(settings.headersMax().toBytes()));
        http.setMaxHeaderCount(HEADERS_MAX);
        http.setMaxTrailerSize(1024);
        http.setMaxExtensionSize(1024);
        http.setMaxSwallowSize(SWALLOWED_MAX);
    }

    /** Each has buffers, and a request on it some more: a heap has room for so many. */
    private static int connections(IntakeSettings settings) {
        return Math.toIntExact(
                Math.min(settings.connections(), Runtime.getRuntime().maxMemory() / HEAP_PER_CONNECTION));
    }

    private static <F extends Filter> FilterRegistrationBean<F> at(
            int order, F filter, DispatcherType first, DispatcherType... more) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.setDispatcherTypes(first, more);
        return registration;
    }
}
