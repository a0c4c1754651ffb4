package network.fanz.security.audit;

import network.fanz.platform.events.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Wires the audit log. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {
    @Bean
    AuditStore auditStore(JdbcTemplate template) {
        return new AuditStore(template);
    }

    @Bean
    Subscription auditChain(AuditStore store) {
        return new AuditChainWriter(store).subscription();
    }
}
