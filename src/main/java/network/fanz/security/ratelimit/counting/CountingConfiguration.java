package network.fanz.security.ratelimit.counting;

import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CountingConfiguration {
    @Bean
    Limiter limiter(DataSource connections, MeterRegistry metrics) {
        return new Limiter(new LimitStore(connections), metrics, System::nanoTime);
    }
}
